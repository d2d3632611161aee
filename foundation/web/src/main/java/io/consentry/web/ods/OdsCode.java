package io.consentry.web.ods;

import io.consentry.web.problem.ProblemType;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An organisation's code in the Organisation Data Service: 3 to 12 upper-case letters and digits.
 *
 * <p>As a path parameter a malformed code is answered with 400 {@code invalid-ods-code}.
 */
@Schema(type = SchemaType.STRING, pattern = OdsCode.PATTERN, examples = "Z00001")
public record OdsCode(String value) {

    /** The format, for OpenAPI and for validation. */
    public static final String PATTERN = "[A-Z0-9]{3,12}";

    private static final Pattern FORMAT = Pattern.compile(PATTERN);

    public OdsCode {
        if (!isValid(value)) {
            throw ProblemType.INVALID_ODS_CODE.because("An ODS code is 3 to 12 upper-case letters and digits.");
        }
    }

    public static boolean isValid(String value) {
        return FORMAT.matcher(value).matches();
    }

    /** Reads a path or query parameter. */
    public static OdsCode fromString(String value) {
        return new OdsCode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

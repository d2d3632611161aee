package io.consentry.ingest.readmessage;

import io.consentry.consultation.Detail;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.dstu3.model.Type;
import org.jspecify.annotations.Nullable;

/** Gathers what has no field of its own, leaving out what was not sent. */
final class Details {

    private final List<Detail> details = new ArrayList<>();

    Details add(String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            details.add(new Detail(name, text));
        }
        return this;
    }

    Details add(String name, @Nullable Type value) {
        return add(name, InWords.of(value));
    }

    Details add(String name, List<? extends Type> values) {
        return add(name, InWords.of(values));
    }

    List<Detail> all() {
        return details;
    }
}

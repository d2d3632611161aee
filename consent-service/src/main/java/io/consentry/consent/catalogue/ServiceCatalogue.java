package io.consentry.consent.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.consentry.consent.keepevents.Rows;
import io.consentry.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The services that exist, as the database lists them. Blocks. */
@ApplicationScoped
public class ServiceCatalogue {

    /** What a key looks like. */
    public static final String KEY = "[a-z][a-z0-9-]{1,62}";

    /** Words that stand where a key would in an address. */
    private static final Set<String> RESERVED = Set.of("history", "scheduled", "pause");

    private final Rows rows;

    ServiceCatalogue(Rows rows) {
        this.rows = rows;
    }

    /** Refuses what can be no service's key. */
    public static void requireKey(String key) {
        if (!key.matches(KEY) || RESERVED.contains(key)) {
            throw ProblemType.INVALID_RECORD.because(
                    "A service's key is 2 to 63 lower-case letters, digits and dashes, and none of "
                            + String.join(", ", new TreeSet<>(RESERVED)) + ".");
        }
    }

    /** Whether there is a service with this key. */
    public boolean has(String service) {
        return rows.first("select 1 from service_catalogue where service = ?", row -> true, service)
                .isPresent();
    }

    /** All services, by key. */
    public List<CataloguedService> all() {
        return rows.all(
                "select service, codes, notice from service_catalogue order by service",
                row -> new CataloguedService(
                        row.getString("service"),
                        Arrays.stream((Long[]) row.getArray("codes").getArray())
                                .map(String::valueOf)
                                .toList(),
                        row.getString("notice")));
    }

    /**
     * A service.
     *
     * @param codes SNOMED CT codes of {@code Composition.type} that name it in a message
     * @param notice id of the notice that announced it; absent for those that were there from the start
     */
    @Schema(name = "CataloguedService")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CataloguedService(
            String key, List<String> codes, @Nullable String notice) {}
}

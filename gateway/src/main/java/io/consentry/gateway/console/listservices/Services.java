package io.consentry.gateway.console.listservices;

import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.refuse.PageRefused;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a consultation can be about, for a field to choose from. A page is not to fail for it: where the catalogue is
 * out of reach, only what was chosen already can be chosen.
 */
@RequestScoped
public class Services {

    private final SuiteApi suite;

    Services(SuiteApi suite) {
        this.suite = suite;
    }

    /** The keys, as the catalogue has them, and those that were chosen. */
    public List<String> keysWith(Collection<String> chosen) {
        return Stream.concat(catalogue(), chosen.stream())
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }

    private Stream<String> catalogue() {
        try {
            SuiteAnswer answer = suite.get("/services");
            return StreamSupport.stream(answer.json().path("services").spliterator(), false)
                    .map(service -> service.path("key").asText());
        } catch (PageRefused outOfReach) {
            return Stream.empty();
        }
    }
}

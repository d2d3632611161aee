package io.consentry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FHIR lets an element have an id or an extension in the place of its value: it must be read as one that has none. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class ValuelessElementsTest {

    private static final String PRACTICE = "Z00001";
    private static final Pattern VALUE = Pattern.compile(" value=\"[^\"]*\"");

    @ParameterizedTest
    @ValueSource(strings = {Samples.PHARMACY_FIRST, Samples.BLOOD_PRESSURE, Samples.CONTRACEPTION})
    void eachElementOnceWithoutItsValue_isAnswered(String sample) {
        Neighbours.CONSENT.optIn(PRACTICE);
        String message = Samples.text(sample);
        List<String> broken = new ArrayList<>();
        Matcher value = VALUE.matcher(message);
        while (value.find()) {
            String without = message.substring(0, value.start()) + " id=\"x\"" + message.substring(value.end());
            int status = Sending.xml(PRACTICE, without.getBytes(StandardCharsets.UTF_8))
                    .extract()
                    .statusCode();
            if (status >= 500) {
                broken.add(status + " without" + value.group());
            }
        }
        assertThat(broken).isEmpty();
    }
}

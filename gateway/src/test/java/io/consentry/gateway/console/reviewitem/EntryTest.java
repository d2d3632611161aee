package io.consentry.gateway.console.reviewitem;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.gateway.console.reviewitem.Entry.Coding;
import io.consentry.gateway.console.reviewitem.Entry.Part;
import io.consentry.gateway.console.reviewitem.Entry.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final Part UPPER = part("Sitting systolic blood pressure", "148", "millimetre of mercury", "mm[Hg]");
    private static final Part LOWER = part("Sitting diastolic blood pressure", "92", "mmHg", null);

    @Test
    void bloodPressure_isOneReading_whicheverPartComesFirst() {
        assertThat(compound(UPPER, LOWER)).isEqualTo("148/92 mmHg");
        assertThat(compound(LOWER, UPPER)).isEqualTo("148/92 mmHg");
    }

    @Test
    void partsThatAreNoBloodPressure_areNamed() {
        Part other = part("Sitting diastolic blood pressure", "5.1", "mmol/L", "mmol/L");
        assertThat(compound(UPPER, other))
                .isEqualTo("Sitting systolic blood pressure 148 millimetre of mercury,"
                        + " Sitting diastolic blood pressure 5.1 mmol/L");
        assertThat(compound(UPPER)).isEqualTo("Sitting systolic blood pressure 148 millimetre of mercury");
        assertThat(compound(part(null, "96", "mmHg", null), LOWER))
                .isEqualTo("72313002 96 mmHg, Sitting diastolic blood pressure 92 mmHg");
    }

    private static String compound(Part... parts) {
        return new Entry(
                        "1",
                        "observations",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(parts),
                        null,
                        null,
                        false,
                        null)
                .reading();
    }

    private static Part part(@Nullable String name, String number, String unit, @Nullable String unitCode) {
        return new Part(new Coding("sct", "72313002", name), new Value(number, unit, unitCode, null, null));
    }
}

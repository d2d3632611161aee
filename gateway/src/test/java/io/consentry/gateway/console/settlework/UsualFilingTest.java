package io.consentry.gateway.console.settlework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsualFilingTest {

    @Test
    void nothingIsSaid_whereEverythingIsFiledForThePatientToSee() {
        assertThat(usually(true, null)).isEmpty();
        assertThat(usually(true, Map.of("contraception", List.of("note")))).isEmpty();
        assertThat(usually(true, kinds("note", "condition", "observation", "medicine", "attachment")))
                .isEmpty();
    }

    @Test
    void whatIsLeftOutIsNamed_inReadingOrder() {
        assertThat(usually(true, kinds("attachment", "observation", "note", "condition")))
                .isEqualTo("Files without medicines");
        assertThat(usually(true, kinds("observation", "note")))
                .isEqualTo("Files without conditions, medicines and attachments");
    }

    @Test
    void holdingBackIsSaid_withWhatIsLeftOutAndWithoutIt() {
        assertThat(usually(false, null)).isEqualTo("Held back from the patient’s online view");
        assertThat(usually(false, kinds("attachment", "observation", "note", "condition")))
                .isEqualTo("Files without medicines; held back from the patient’s online view");
    }

    @Test
    void clickIsSaidToFileNothing_whereNothingIsTicked() {
        assertThat(usually(true, kinds())).startsWith("Files nothing");
    }

    private static Map<String, List<String>> kinds(String... ticked) {
        return Map.of("pharmacy-first", List.of(ticked));
    }

    private static String usually(boolean visible, @Nullable Map<String, List<String>> preTicked) {
        return new Settings(120, false, visible, true, null, preTicked)
                .usually("pharmacy-first")
                .inWords();
    }
}

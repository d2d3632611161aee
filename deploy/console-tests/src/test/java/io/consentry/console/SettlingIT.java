package io.consentry.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.consentry.local.playdemo.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A data controller settles what is filed where the reviewer does not say; the others read it. */
@ExtendWith({NeedsChromium.class, RunningConsole.class})
class SettlingIT {

    private static final String KEEP = "Keep this for Pharmacy First";

    @Test
    void kindsOfAService_areSettledWithoutScript_andHoldForTheNextFiling(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn(300);
        String id = surgery.receive(Sample.PHARMACY_FIRST);
        try (Visitor visitor =
                Visitor.withoutScript(console).signIn("data-controller", surgery.ods(), "Dr Asha Verrall")) {
            Locator observations = visitor.page().locator("#pharmacy-first-observation");
            Locator others = visitor.page().locator("#kinds-contraception input[type=checkbox]:not(:checked)");
            visitor.open("/console/settings").check("settings-kinds");
            assertThat(observations).isChecked();
            observations.uncheck();
            visitor.button(KEEP).click();
            assertThat(observations).not().isChecked();
            assertThat(others).hasCount(0);
            assertThat(visitor.page().locator("#undo")).hasValue("300");

            Locator row = visitor.open("/console/worklist").page().locator("#item-" + id);
            assertThat(row).containsText("Files without observations");
            visitor.open("/console/settings");
            observations.check();
            visitor.button(KEEP).click();
            visitor.open("/console/worklist");
            assertThat(row).not().containsText("Files without");
        }
    }

    @Test
    void kinds_areReadByTheOthers_whoFindNoForm(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        surgery.fileObservationsOnly();
        try (Visitor visitor = Visitor.with(console).signIn("practice", surgery.ods(), "Dr Tomas Lind")) {
            visitor.open("/console/settings")
                    .sees("all but written notes, conditions, medicines and attachments", "everything")
                    .check("settings-kinds-read");
            assertThat(visitor.page().locator("main form")).hasCount(0);
        }
    }

    @Test
    void kinds_areNotChanged_whereSomebodyElseWasFaster(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        try (Visitor slow = Visitor.withoutScript(console).signIn("data-controller", surgery.ods(), "Dr Slow")) {
            slow.open("/console/settings")
                    .page()
                    .locator("#pharmacy-first-note")
                    .uncheck();
            surgery.holdBack();
            slow.button(KEEP).click();
            slow.sees("Not changed.");
            assertThat(slow.page().locator("#visible")).not().isChecked();
            assertThat(slow.page().locator("#pharmacy-first-note")).isChecked();
        }
    }
}

package io.consentry.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.consentry.local.playdemo.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Filing in every way the pages offer: one click, keys alone, without script, as usual, together, too late. */
@ExtendWith({NeedsChromium.class, RunningConsole.class})
class FilingIT {

    private static final int MOST_TABS = 60;

    @Test
    void item_arrivesLive_isFiledWithOneClick_andTakenBack(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        try (Visitor visitor = Visitor.with(console).signIn("practice", surgery.ods(), "Dr Tomas Lind")) {
            String id = surgery.receive(Sample.PHARMACY_FIRST);
            Page page = visitor.page();
            page.getByText("1 new item has arrived").waitFor();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show it"))
                    .click();
            Locator row = page.locator("#item-" + id);
            row.getByRole(AriaRole.BUTTON).click();
            Locator undo = row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo"));
            undo.waitFor();
            assertThat(row).containsText("Filed");
            undo.click();
            row.locator("form[action$=file]").waitFor();
            assertThat(surgery.item(id).text("/status")).isEqualTo("pending");
        }
    }

    @Test
    void item_isFiledAndTakenBack_byKeyboardAlone_whichStaysAtItsLine(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        String id = surgery.receive(Sample.PHARMACY_FIRST);
        try (Visitor visitor = Visitor.with(console).signIn("practice", surgery.ods(), "Dr Tomas Lind")) {
            Page page = visitor.page();
            Locator focused = page.locator("#item-" + id + " button:focus");
            for (int tabs = 0; focused.count() == 0 && tabs < MOST_TABS; tabs++) {
                page.keyboard().press("Tab");
            }
            assertThat(focused).containsText("File");
            page.keyboard().press("Enter");
            assertThat(focused).containsText("Undo");
            page.keyboard().press("Enter");
            assertThat(focused).containsText("File");
            assertThat(surgery.item(id).text("/status")).isEqualTo("pending");
        }
    }

    @Test
    void filing_worksWithoutScript(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        String id = surgery.receive(Sample.CONTRACEPTION);
        try (Visitor visitor = Visitor.withoutScript(console).signIn("practice", surgery.ods(), "Dr Tomas Lind")) {
            visitor.page().locator("#item-" + id).getByRole(AriaRole.BUTTON).click();
            if (visitor.page().url().contains("refused=")) {
                visitor.seeAndFile();
            }
            assertThat(surgery.item(id).text("/status")).isEqualTo("filed");
            visitor.sees("Filed");
            visitor.button("Undo").click();
            assertThat(surgery.item(id).text("/status")).isEqualTo("pending");
        }
    }

    @Test
    void usualChoiceOfThePractice_standsTickedOnThePage_andMayBeChangedThere(RunningConsole.Open console)
            throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        surgery.fileObservationsOnly();
        String asUsual = surgery.receive(Sample.CONTRACEPTION);
        String whole = surgery.receive(Sample.CONTRACEPTION, message -> Patients.exchanged(message, 1));
        try (Visitor visitor = Visitor.withoutScript(console).signIn("practice", surgery.ods(), "Dr Tomas Lind")) {
            Locator leftOut = visitor.page().locator("input[name=leaveOut]:checked");
            visitor.open("/console/items/" + asUsual);
            assertThat(leftOut.count()).isPositive();
            visitor.seeAndFile();
            assertThat(surgery.item(asUsual).text("/status")).isEqualTo("filed-with-changes");

            visitor.open("/console/items/" + whole);
            while (leftOut.count() > 0) {
                leftOut.first().click();
            }
            visitor.seeAndFile();
            assertThat(surgery.item(whole).text("/status")).isEqualTo("filed");
        }
    }

    @Test
    void oneClick_saysBefore_whatItLeavesOut_andThatItHoldsBack(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        String id = surgery.receive(Sample.PHARMACY_FIRST);
        try (Visitor visitor = Visitor.with(console).signIn("practice", surgery.ods(), "Dr Tomas Lind")) {
            Locator row = visitor.page().locator("#item-" + id);
            Locator file = row.getByRole(AriaRole.BUTTON);
            assertThat(file).hasAccessibleDescription("");
            surgery.fileObservationsOnly();
            surgery.holdBack();

            visitor.open("/console/worklist").check("worklist-usual-choice");
            String usually = "Files without written notes, conditions, medicines and attachments;"
                    + " held back from the patient’s online view";
            assertThat(row).containsText(usually);
            assertThat(file).hasAccessibleDescription(usually);
            file.click();
            assertThat(row).containsText("Filed with changes");
            assertThat(surgery.item(id).text("/history/1/patientVisible")).isEqualTo("false");
            row.getByRole(AriaRole.BUTTON).click();
            assertThat(row).containsText(usually);
            visitor.page().locator("#patient").fill("fern");
            visitor.button("Search").click();
            assertThat(row).containsText(usually);
        }
    }

    @Test
    void severalItems_areFiledTogether_whereThePracticeAllowsIt_andTheyWereOpened(RunningConsole.Open console)
            throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        String opened = surgery.receive(Sample.PHARMACY_FIRST, message -> withoutRedFlags(message, 1));
        String unopened = surgery.receive(Sample.PHARMACY_FIRST, message -> withoutRedFlags(message, 2));
        String warns = surgery.receive(Sample.PHARMACY_FIRST, message -> Patients.exchanged(message, 3));
        try (Visitor visitor =
                Visitor.withoutScript(console).signIn("data-controller", surgery.ods(), "Dr Asha Verrall")) {
            assertThat(visitor.text()).doesNotContain("filed together");
            visitor.open("/console/settings")
                    .page()
                    .getByLabel("may be filed together")
                    .check();
            visitor.button("Keep these settings").click();
            visitor.open("/console/items/" + opened);
            visitor.open("/console/worklist");
            visitor.page().locator("#tick-" + opened).check();
            visitor.page().locator("#tick-" + unopened).check();
            assertThat(visitor.page().locator("#item-" + warns)).containsText("Red flags");
            assertThat(visitor.page().locator("#tick-" + warns)).hasCount(0);
            visitor.check("worklist-together");
            visitor.button("File those that are ticked").click();
            visitor.sees("1 of 2 filed", "You have not opened the item");
            visitor.check("filed-together");
        }
        assertThat(surgery.item(opened).text("/status")).isEqualTo("filed");
        assertThat(surgery.item(unopened).text("/status")).isEqualTo("pending");
    }

    private static String withoutRedFlags(String message, int person) {
        return Patients.exchanged(message, person).replace("red-flags", "history");
    }

    @Test
    void staleForm_isExplained_whereSomebodyElseWasFaster(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        String id = surgery.receive(Sample.CONTRACEPTION);
        try (Visitor slow = Visitor.withoutScript(console).signIn("practice", surgery.ods(), "Dr Tomas Lind");
                Visitor fast = Visitor.withoutScript(console).signIn("data-controller", surgery.ods(), "Dr Fast")) {
            slow.open("/console/items/" + id);
            fast.open("/console/items/" + id);
            fast.page().locator("#note-only").fill("I was faster");
            fast.button("Keep the note").click();
            slow.button("File").click();
            slow.sees("somebody changed this item after you opened it", "I was faster");
            slow.check("item-stale");
        }
    }
}

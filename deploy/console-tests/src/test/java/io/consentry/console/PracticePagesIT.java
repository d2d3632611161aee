package io.consentry.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.consentry.local.playdemo.Sample;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A practice's day: what arrives, filing with one click, and looking closely. */
@ExtendWith({NeedsChromium.class, RunningConsole.class})
class PracticePagesIT {

    private static final int MANY = 299;

    /** Codes without their check digits, each of which a safeguard flags; not the one that names the service. */
    private static final Pattern CODES = Pattern.compile("<code value=\"(?!2129921000000100)(\\d{5,})\\d\"");

    private static final UnaryOperator<String> MANY_FLAGS =
            message -> CODES.matcher(message).replaceAll(found -> "<code value=\"" + found.group(1) + "7\"");

    private static final UnaryOperator<String> A_LONG_NAME =
            message -> message.replace("FERNSIDE", "WOLFESCHLEGELSTEINHAUSENBERGERDORFF-MONTGOMERY-ASHWORTH")
                    .replace("value=\"Tamsin\"", "value=\"Maximiliana Wilhelmina\"");

    @Test
    void everyPage_keepsTheRules_whetherEmptyOrFull(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console);
        try (Visitor visitor = Visitor.with(console)) {
            visitor.open("/console/sign-in").check("sign-in");
            visitor.signIn("data-controller", surgery.ods(), "Dr Asha Verrall");
            visitor.check("worklist-empty");
            visitor.open("/console/workload").check("workload-empty");
            visitor.open("/console/recalls").check("recalls-empty");
            surgery.optIn();
            surgery.receiveMany(MANY);
            String last = surgery.receive(Sample.PHARMACY_FIRST, A_LONG_NAME);
            visitor.open("/console/worklist").check("worklist");
            visitor.sees("Waiting: " + (MANY + 1), "More items");
            visitor.open("/console/items/" + last).check("item");
            String flagged =
                    surgery.receive(Sample.PHARMACY_FIRST, message -> MANY_FLAGS.apply(A_LONG_NAME.apply(message)));
            visitor.open("/console/items/" + flagged).check("item-many-flags");
            visitor.open("/console/items/" + last + "?beside=1").check("item-beside");
            visitor.open("/console/items/" + last + "/original").check("original");
            visitor.open("/console/workload").check("workload");
            visitor.open("/console/settings").check("settings");
            visitor.open("/console/items/00000000-0000-4000-8000-000000000000").check("nothing-here");
        }
    }

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
    void filing_worksWithoutScript(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        String id = surgery.receive(Sample.CONTRACEPTION);
        try (Visitor visitor = Visitor.withoutScript(console).signIn("practice", surgery.ods(), "Dr Tomas Lind")) {
            visitor.page().locator("#item-" + id).getByRole(AriaRole.BUTTON).click();
            if (visitor.page().url().contains("refused=")) {
                seeAndFile(visitor);
            }
            assertThat(surgery.item(id).text("/status")).isEqualTo("filed");
            visitor.sees("Filed");
            visitor.button("Undo").click();
            assertThat(surgery.item(id).text("/status")).isEqualTo("pending");
        }
    }

    @Test
    void reviewer_leavesOneEntryOut_notes_asks_andRejectsAnother(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        String filed = surgery.receive(Sample.PHARMACY_FIRST);
        String rejected = surgery.receive(Sample.CONTRACEPTION);
        try (Visitor visitor = Visitor.withoutScript(console).signIn("practice", surgery.ods(), "Dr Tomas Lind")) {
            visitor.open("/console/items/" + filed);
            visitor.page().locator("#note-only").fill("Rang the patient");
            visitor.button("Keep the note").click();
            visitor.sees("Rang the patient");
            visitor.button("Ask").click();
            visitor.sees("Asked: practice-at-" + surgery.ods());
            visitor.page().locator("input[name=leaveOut]").first().check();
            seeAndFile(visitor);
            assertThat(surgery.item(filed).text("/status")).isEqualTo("filed-with-changes");
            visitor.open("/console/items/" + filed).check("item-filed-with-changes");

            visitor.open("/console/items/" + rejected);
            visitor.page().locator("#reason").selectOption("not-our-patient");
            visitor.page().locator("#note-reject").fill("Not registered here");
            visitor.button("Reject").click();
            assertThat(surgery.item(rejected).text("/status")).isEqualTo("rejected");
        }
    }

    @Test
    void severalItems_areFiledTogether_whereThePracticeAllowsIt_andTheyWereOpened(RunningConsole.Open console)
            throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        String opened = surgery.receive(Sample.PHARMACY_FIRST, message -> Patients.exchanged(message, 1));
        String unopened = surgery.receive(Sample.PHARMACY_FIRST, message -> Patients.exchanged(message, 2));
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
            visitor.check("worklist-together");
            visitor.button("File those that are ticked").click();
            visitor.sees("1 of 2 filed", "You have not opened the item");
            visitor.check("filed-together");
        }
        assertThat(surgery.item(opened).text("/status")).isEqualTo("filed");
        assertThat(surgery.item(unopened).text("/status")).isEqualTo("pending");
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

    @Test
    void search_findsByTheBeginningOfASurname_andNamesNobodyInTheAddress(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        surgery.receive(Sample.PHARMACY_FIRST);
        try (Visitor visitor = Visitor.with(console).signIn("practice", surgery.ods(), "Dr Tomas Lind")) {
            visitor.page().locator("#patient").fill("fern");
            visitor.button("Search").click();
            assertThat(visitor.text()).containsIgnoringCase("fernside");
            assertThat(visitor.page().url()).doesNotContainIgnoringCase("fern");
            assertThat(visitor.page().title()).doesNotContainIgnoringCase("fern");
            visitor.check("search");
            visitor.page().locator("#patient").fill("943 476 5919");
            visitor.button("Search again").click();
            assertThat(visitor.text()).doesNotContainIgnoringCase("fernside");
        }
    }

    /** Files from the item's page, with every warning that must be seen ticked as seen. */
    private static void seeAndFile(Visitor visitor) {
        for (Locator seen : visitor.page().locator("input[name=seen]").all()) {
            seen.check();
        }
        visitor.button("File").click();
    }
}

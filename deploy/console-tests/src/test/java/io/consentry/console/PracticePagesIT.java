package io.consentry.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.consentry.local.playdemo.Sample;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A practice's day: what arrives, filing with one click, looking closely, and the switch. */
@ExtendWith({NeedsChromium.class, RunningConsole.class})
class PracticePagesIT {

    private static final UnaryOperator<String> A_LONG_NAME =
            message -> message.replace("FERNSIDE", "WOLFESCHLEGELSTEINHAUSENBERGERDORFF-MONTGOMERY-ASHWORTH")
                    .replace("value=\"Tamsin\"", "value=\"Maximiliana Wilhelmina\"");

    private static final UnaryOperator<String> A_SCRIPT =
            message -> message.replace("FERNSIDE", "&lt;script&gt;alert('family')&lt;/script&gt;")
                    .replace("value=\"Ines\"", "value=\"&lt;img src=x onerror=alert('given')&gt;\"")
                    .replace("display value=\"Red flags\"", "display value=\"&lt;svg onload=alert('heading')&gt;\"");

    @Test
    void everyPage_keepsTheRules(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console);
        try (Visitor visitor = Visitor.with(console)) {
            visitor.open("/console/sign-in").check("sign-in");
            visitor.signIn("data-controller", surgery.ods(), "Dr Asha Verrall");
            visitor.check("worklist-empty");
            visitor.open("/console/switch").check("switch-never-decided");
            surgery.optIn();
            String last = "";
            for (int i = 0; i < 6; i++) {
                surgery.receive(Sample.PHARMACY_FIRST);
                surgery.receive(Sample.CONTRACEPTION);
                last = surgery.receive(Sample.PHARMACY_FIRST, A_LONG_NAME);
            }
            visitor.open("/console/worklist").check("worklist");
            visitor.open("/console/items/" + last).check("item");
            visitor.open("/console/items/" + last + "/original").check("original");
            visitor.open("/console/switch").check("switch");
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
            Locator undo = row.getByText("Undo");
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
            assertThat(visitor.text()).contains("Filed");
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
            assertThat(visitor.text()).contains("Rang the patient");
            visitor.button("Ask").click();
            assertThat(visitor.text()).contains("Asked: practice-at-" + surgery.ods());
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
            assertThat(slow.text()).contains("somebody changed this item after you opened it", "I was faster");
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

    @Test
    void storedScript_neverRuns(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        String id = surgery.receive(Sample.PHARMACY_FIRST, A_SCRIPT);
        try (Visitor visitor = Visitor.with(console).signIn("practice", surgery.ods(), "<b>Dr</b> Tomas Lind")) {
            assertThat(visitor.text()).contains("<script>alert('family')</script>");
            visitor.open("/console/items/" + id);
            assertThat(visitor.text()).contains("<script>alert('family')</script>");
            visitor.page().locator("#note-only").fill("<script>alert('note')</script>");
            visitor.button("Keep the note").click();
            assertThat(visitor.text()).contains("<script>alert('note')</script>");
            visitor.open("/console/items/" + id + "/original");
        }
    }

    @Test
    void switchPage_saysInOneSentence_whatIsOn_andTakesChangesNowAndLater(RunningConsole.Open console)
            throws Exception {
        Surgery surgery = new Surgery(console);
        try (Visitor visitor =
                Visitor.withoutScript(console).signIn("data-controller", surgery.ods(), "Dr Asha Verrall")) {
            visitor.open("/console/switch");
            assertThat(visitor.text()).contains("Nothing: the practice as a whole is off");
            move(visitor, "everything", "#on");
            assertThat(visitor.text()).contains("every service is off");
            move(visitor, "pharmacy-first", "#on");
            assertThat(visitor.text()).contains("Messages about Pharmacy first are taken.", "Dr Asha Verrall");
            visitor.page().locator("#later").check();
            visitor.page().locator("#from").fill("2031-01-01T09:00");
            move(visitor, "contraception", "#on");
            assertThat(visitor.text()).contains("Planned", "1 Jan 2031, 09:00");
            visitor.page().locator("form[action*=planned] button").click();
            assertThat(visitor.text()).contains("Planned change cancelled");
            move(visitor, "everything", "#off");
            assertThat(visitor.text()).contains("Nothing: the practice as a whole is off since");
            assertThat(surgery.send(Sample.PHARMACY_FIRST, UnaryOperator.identity())
                            .status())
                    .isEqualTo(409);
            visitor.check("switch-with-history");
        }
    }

    private static void move(Visitor visitor, String what, String decision) {
        visitor.page().locator("#what").selectOption(what);
        visitor.page().locator("#reason").selectOption("governance");
        visitor.page().locator(decision).check();
        visitor.button("Change it").click();
    }

    /** Files from the item's page, with every warning that must be seen ticked as seen. */
    private static void seeAndFile(Visitor visitor) {
        for (Locator seen : visitor.page().locator("input[name=seen]").all()) {
            seen.check();
        }
        visitor.button("File").click();
    }
}

package io.consentry.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.local.playdemo.Sample;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A practice's day: what arrives, filing with one click, and looking closely. */
@ExtendWith({NeedsChromium.class, RunningConsole.class})
class PracticePagesIT {

    private static final int MANY = 299;

    /** Codes without their check digits: each, and the number of a patient, a safeguard flags where they are wrong; not those that name a service. */
    private static final Pattern CODES =
            Pattern.compile("<code value=\"(?!2129921000000100|1659121000000101)(\\d{5,})\\d\"");

    private static final UnaryOperator<String> MANY_FLAGS =
            message -> CODES.matcher(message.replace("9990002045", "9990002044"))
                    .replaceAll(found -> "<code value=\"" + found.group(1) + "7\"");

    private static final Pattern FIRST_STATUS =
            Pattern.compile("(<Observation\\b.*?<status value=\")final\"", Pattern.DOTALL);

    private static final UnaryOperator<String> FIRST_OBSERVATION_IN_ERROR =
            message -> FIRST_STATUS.matcher(message).replaceFirst("$1entered-in-error\"");

    private static final UnaryOperator<String> A_LONG_NAME =
            message -> message.replaceAll("FERNSIDE|HALDANE", "WOLFESCHLEGELSTEINHAUSENBERGERDORFF-MONTGOMERY-ASHWORTH")
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
            PageRules.print(visitor.page(), "item");
            String flagged =
                    surgery.receive(Sample.CONTRACEPTION, message -> MANY_FLAGS.apply(A_LONG_NAME.apply(message)));
            visitor.open("/console/items/" + flagged).check("item-many-flags");
            assertThat(visitor.page()
                            .locator("[aria-labelledby=warnings] .con-tag")
                            .count())
                    .isGreaterThanOrEqualTo(10);
            visitor.open("/console/items/" + last + "?beside=1").check("item-beside");
            visitor.open("/console/items/" + last + "/original").check("original");
            visitor.open("/console/workload").check("workload");
            visitor.open("/console/settings").check("settings");
            visitor.open("/console/items/00000000-0000-4000-8000-000000000000").check("nothing-here");
        }
    }

    @Test
    void reviewer_sees_thatAFindingWasWrittenDownInError(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        String item = surgery.receive(Sample.PHARMACY_FIRST, FIRST_OBSERVATION_IN_ERROR);
        try (Visitor visitor = Visitor.with(console).signIn("practice", surgery.ods(), "Dr Tomas Lind")) {
            visitor.open("/console/items/" + item).check("item-in-error");
            visitor.sees("Entered in error");
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
            visitor.page().locator("#hold-back").check();
            visitor.page().locator("#why-held-back").selectOption("third-party");
            visitor.seeAndFile();
            assertThat(surgery.item(filed).text("/status")).isEqualTo("filed-with-changes");
            visitor.open("/console/items/" + filed);
            visitor.sees("Held back from the patient", "1 left out").check("item-filed-with-changes");

            visitor.open("/console/items/" + rejected);
            visitor.page().locator("#reason").selectOption("not-our-patient");
            visitor.page().locator("#note-reject").fill("Not registered here");
            visitor.button("Reject").click();
            assertThat(surgery.item(rejected).text("/status")).isEqualTo("rejected");
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
}

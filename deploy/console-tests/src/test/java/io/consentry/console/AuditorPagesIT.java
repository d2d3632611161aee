package io.consentry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an auditor sees of it all afterwards. */
@ExtendWith({NeedsChromium.class, RunningConsole.class})
class AuditorPagesIT {

    @Test
    void auditor_replays_andSeesWhoDecidedWhat_andWhoTried(RunningConsole.Open console) throws Exception {
        Surgery surgery = decidedAndAttempted(console);
        try (Visitor visitor = Visitor.with(console).signIn("auditor", "AUD01", "Audra Quill")) {
            visitor.sees("After event", "took Pharmacy First", "Attempt, refused", surgery.ods());
            String now = moment(visitor);
            visitor.unfold().check("replay");
            visitor.page().locator("#position").fill("1");
            visitor.page().getByText("After event 1,").waitFor();
            assertThat(moment(visitor)).isNotEqualTo(now);
            visitor.check("replay-beginning");

            visitor.open("/console/story?practice=" + surgery.ods());
            visitor.sees("Attempt, refused", "Dr Asha Verrall", "Switched off");
            visitor.check("story");
            visitor.open("/console/story?practice=nonsense").check("story-problem");
            visitor.open("/console/correspondence").check("letters-auditor");
        }
    }

    @Test
    void replay_worksWithoutScript_byEventAndByTime(RunningConsole.Open console) throws Exception {
        decidedAndAttempted(console);
        try (Visitor visitor = Visitor.withoutScript(console).signIn("auditor", "AUD01", "Audra Quill")) {
            visitor.open("/console/replay?position=1");
            assertThat(moment(visitor)).contains("After event 1,");
            visitor.page().locator("#at").fill("2020-01-01T09:00");
            visitor.button("Show that time").click();
            assertThat(moment(visitor)).containsIgnoringCase("before anything happened");
            visitor.page().locator("#at").fill("2036-01-01T09:00");
            visitor.button("Show that time").click();
            assertThat(moment(visitor)).containsIgnoringCase("after event").contains("took Pharmacy First");
        }
    }

    @Test
    void auditor_seesWhoReadTheLog_andThemselvesAmongThem(RunningConsole.Open console) throws Exception {
        Surgery surgery = decidedAndAttempted(console);
        try (Visitor visitor = Visitor.withoutScript(console).signIn("auditor", "AUD01", "Audra Quill")) {
            visitor.open("/console/story?practice=" + surgery.ods());
            visitor.open("/console/accesses");
            Locator later = visitor.page().getByText("Later ones");
            while (!visitor.text().contains(surgery.ods()) && later.count() > 0) {
                later.click();
            }
            visitor.sees(surgery.ods(), "Auditor at AUD01");
            visitor.check("accesses");
            visitor.open("/console/accesses?after=999999999").sees("Nobody after that");
        }
    }

    @Test
    void everything_isReplayedAgainstTheLiveState(RunningConsole.Open console) throws Exception {
        decidedAndAttempted(console);
        try (Visitor visitor = Visitor.withoutScript(console).signIn("auditor", "AUD01", "Audra Quill")) {
            visitor.open("/console/verify")
                    .button("Replay everything against the live state")
                    .click();
            visitor.waitUntilShown(visitor.page().url(), "the live state is the same in every switch");
            visitor.sees("./consentry audit verify");
            visitor.check("verify");
            visitor.open("/console/verify").sees("Last replayed", "the live state was the same in every switch");
            visitor.check("verify-later");
        }
    }

    private static String moment(Visitor visitor) {
        return visitor.page().locator("#moment .con-sentence").innerText();
    }

    private static Surgery decidedAndAttempted(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        int refused = console.gateway()
                .put(
                        "/practices/" + surgery.ods() + "/consent",
                        console.tokens().of("operator", "OPS01", "op-of-" + surgery.ods(), "Op Rowe"),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("decision", "opted-out")
                                .put("reason", "other"))
                .status();
        assertThat(refused).isEqualTo(403);
        surgery.decide("/contraception", "opted-out");
        return surgery;
    }
}

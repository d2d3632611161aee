package io.consentry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.consentry.local.playdemo.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a pharmacy sees of its messages, and what an auditor sees of it all afterwards. */
@ExtendWith({NeedsChromium.class, RunningConsole.class})
class PharmacyAndAuditorPagesIT {

    @Test
    void pharmacysPages_keepTheRules(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        String sent = surgery.receive(Sample.CONTRACEPTION);
        surgery.receive(Sample.PHARMACY_FIRST);
        try (Visitor visitor = Visitor.with(console).signIn("pharmacy", Sample.PHARMACY, "Millgate Pharmacy")) {
            visitor.check("messages");
            visitor.open("/console/messages/" + sent).check("message");
            visitor.open("/console/send?practice=" + surgery.ods()).check("send-yes");
            visitor.open("/console/send?practice=nonsense").check("send-problem");
        }
    }

    @Test
    void auditor_replays_andSeesWhoDecidedWhat_andWhoTried(RunningConsole.Open console) throws Exception {
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
        surgery.decide("", "opted-out");
        try (Visitor visitor = Visitor.with(console).signIn("auditor", "AUD01", "Audra Quill")) {
            assertThat(visitor.text())
                    .contains("After event", "took Pharmacy first", "Attempt, refused", surgery.ods());
            String now = visitor.page().locator("#moment .con-sentence").innerText();
            visitor.check("replay");
            visitor.page().locator("#position").fill("1");
            visitor.page().getByText("After event 1,").waitFor();
            assertThat(visitor.page().locator("#moment .con-sentence").innerText())
                    .isNotEqualTo(now);

            visitor.open("/console/story?practice=" + surgery.ods());
            assertThat(visitor.text()).contains("Attempt, refused", "Dr Asha Verrall", "Switched off");
            visitor.check("story");
            visitor.open("/console/verify")
                    .button("Replay everything against the live state")
                    .click();
            for (int i = 0; i < 60 && !visitor.text().contains("the live state is the same"); i++) {
                visitor.page().waitForTimeout(500);
                visitor.page().reload();
            }
            assertThat(visitor.text()).contains("the live state is the same in every switch");
            visitor.check("verify");
        }
    }
}

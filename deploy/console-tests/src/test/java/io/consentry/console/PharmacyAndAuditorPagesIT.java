package io.consentry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.options.FilePayload;
import io.consentry.local.playdemo.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a refusal looks like from the pharmacy's side, and what an auditor sees of it all afterwards. */
@ExtendWith({NeedsChromium.class, RunningConsole.class})
class PharmacyAndAuditorPagesIT {

    @Test
    void pharmacy_seesTheRefusal_whatToDo_andClosesTheDuty(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        try (Visitor visitor =
                Visitor.withoutScript(console).signIn("pharmacy", Sample.PHARMACY, "Millgate Pharmacy")) {
            visitor.open("/console/send?practice=" + surgery.ods());
            assertThat(visitor.text()).contains("Yes: practice " + surgery.ods());
            upload(visitor, surgery);
            assertThat(visitor.text()).contains("Taken.");
            visitor.page().getByText("What becomes of it").click();
            assertThat(visitor.text()).contains(surgery.ods(), "Waiting");

            surgery.decide("", "opted-out");
            visitor.open("/console/send?practice=" + surgery.ods());
            assertThat(visitor.text()).contains("No: practice " + surgery.ods());
            upload(visitor, surgery);
            assertThat(visitor.text()).contains("Refused", "What to do now");
            visitor.check("send-refused");
            visitor.open("/console/messages");
            assertThat(visitor.text()).contains("delivered another way");
            visitor.open("/console/duties");
            assertThat(visitor.text()).contains("for practice " + surgery.ods());
            visitor.check("duties");
            var duty = visitor.page()
                    .locator("section")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(surgery.ods()));
            duty.locator("input[name=sentAt]").fill("2026-01-05T09:30");
            duty.locator("input[name=reference]").fill("MAIL-1234");
            duty.locator("button").click();
            assertThat(visitor.text()).doesNotContain("Not kept", "for practice " + surgery.ods());
        }
    }

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

    @Test
    void auditor_replaysWithoutScript(RunningConsole.Open console) throws Exception {
        new Surgery(console).optIn();
        try (Visitor visitor = Visitor.withoutScript(console).signIn("auditor", "AUD01", "Audra Quill")) {
            visitor.page().locator("#position").focus();
            visitor.page().keyboard().press("Home");
            visitor.button("Show").click();
            assertThat(visitor.text()).contains("Before anything happened");
        }
    }

    private static void upload(Visitor visitor, Surgery surgery) throws Exception {
        visitor.page().locator("#to").fill(surgery.ods());
        visitor.page()
                .locator("#message")
                .setInputFiles(new FilePayload("message.xml", "application/xml", Sample.CONTRACEPTION.written()));
        visitor.button("Send it").click();
    }
}

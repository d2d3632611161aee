package io.consentry.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import io.consentry.local.playdemo.Sample;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What whoever runs the suite and a national body see and do, and what practices see of it. */
@ExtendWith({NeedsChromium.class, RunningConsole.class})
class OperatorPagesIT {

    @Test
    void everyPage_keepsTheRules(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        surgery.receiveMany(20);
        try (Visitor visitor = Visitor.with(console).signIn("operator", "OPS01", "Robin Rowe")) {
            visitor.sees("Every part is ready.");
            visitor.unfold().check("suite");
            visitor.open("/console/catalogue").unfold().check("catalogue");
            visitor.open("/console/workload?practice=" + surgery.ods());
            visitor.sees("20 received", "20 wait", "By service");
            visitor.check("workload-operator");
            visitor.open("/console/workload?practice=nonsense").check("workload-problem");
        }
    }

    @Test
    void safeguard_isChanged_andEverybodyCanReadWhy_butOnlyOperatorsFindTheForm(RunningConsole.Open console) {
        String why = "Every pharmacy sends it that way for now";
        try (Visitor visitor = Visitor.withoutScript(console).signIn("operator", "OPS01", "Robin Rowe")) {
            visitor.open("/console/catalogue").unfold();
            visitor.page().locator("#mode-also-sent-elsewhere").selectOption("off");
            visitor.page().locator("#why-also-sent-elsewhere").fill(why);
            visitor.page().locator("#change-also-sent-elsewhere button").click();
            visitor.sees(why);
            // Half a minute is how often the rules are looked at.
            Locator mode = visitor.page().locator("tr:has(#change-also-sent-elsewhere) .con-tag");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> visitor.open("/console/catalogue") != null
                            && mode.innerText().equals("Off"));
        }
        try (Visitor visitor = Visitor.withoutScript(console).signIn("programme", "NAT01", "Nadia Farr")) {
            visitor.open("/console/catalogue");
            visitor.sees(why);
            assertThat(visitor.page().locator("main form").count()).isZero();
        }
    }

    @Test
    void recall_isOpened_seenByThePractice_lookedAtAgain_andItsProgressSeen(RunningConsole.Open console)
            throws Exception {
        Surgery surgery = new Surgery(console).optIn(1);
        String filed = surgery.receive(Sample.PHARMACY_FIRST);
        surgery.receive(Sample.PHARMACY_FIRST);
        surgery.file(filed);
        String reason = "Recalled at " + surgery.ods();
        try (Visitor visitor = Visitor.withoutScript(console).signIn("operator", "OPS01", "Robin Rowe")) {
            visitor.open("/console/recalls").unfold();
            visitor.page().locator("#reason").fill(reason);
            visitor.button("Open the recall").click();
            visitor.sees("Not opened.");
            visitor.page().locator("#reason").fill(reason);
            visitor.page().locator("#codes").fill("68566005");
            visitor.button("Open the recall").click();
            visitor.page().getByText(reason).click();
            visitor.sees("found");
            String recall = visitor.page().url();
            visitor.waitUntilShown(recall, surgery.ods());
            try (Visitor practice = Visitor.withoutScript(console).signIn("practice", surgery.ods(), "Dr Tomas Lind")) {
                practice.waitUntilShown("/console/recalls", reason)
                        .page()
                        .getByText(reason)
                        .click();
                practice.waitUntilShown(practice.page().url(), "look at it again");
                practice.check("recall-practice");
                practice.page().getByText("Nothing to correct").first().click();
                practice.sees("Nothing to correct", "Decide about it in the worklist first");
            }
            visitor.waitUntilShown(recall, "50 %");
            visitor.check("recall-progress");
            visitor.open("/console/recalls").check("recalls");
        }
    }

    @Test
    void letters_areWritten_read_andAnswered_andMoveNoSwitch(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        String asked = "Please take everything, " + surgery.ods();
        try (Visitor visitor = Visitor.withoutScript(console).signIn("programme", "NAT01", "Nadia Farr")) {
            visitor.unfold();
            visitor.page().locator("#issued-by").fill("A national body");
            visitor.page().locator("#text").fill("Tomorrow everything changes");
            visitor.page().locator("#notice-from").fill("2026-01-01T09:00");
            visitor.button("Announce it").click();
            visitor.sees("Not kept.");
            assertThat(visitor.page().locator("#text").inputValue()).isEqualTo("Tomorrow everything changes");
            visitor.page().locator("#notice-from").fill("2033-01-01T09:00");
            visitor.page().locator("#consulted").fill("A committee, Another body");
            visitor.button("Announce it").click();
            visitor.sees("Nothing of it happens before 1 Jan 2033, 09:00", "A committee, Another body");

            visitor.unfold();
            visitor.page().locator("#asked-by").fill("A ministry");
            visitor.page().locator("#what").fill(asked);
            visitor.page().locator("#practice").fill(surgery.ods());
            visitor.page().locator("#received").fill("2026-01-05T10:00");
            visitor.choose("#request-document", "letter.txt", "A letter");
            visitor.button("Write it down").click();
            visitor.sees(asked, "Not answered yet");
            visitor.check("letters-programme");
        }
        try (Visitor visitor =
                Visitor.withoutScript(console).signIn("data-controller", surgery.ods(), "Dr Asha Verrall")) {
            visitor.open("/console/switch");
            visitor.sees("for your practice");
            visitor.open("/console/correspondence").check("letters-practice");
            visitor.page().getByText("We have read this").first().click();
            visitor.sees("Your practice has read this");
            visitor.page().getByLabel("Decline").check();
            visitor.page().getByLabel("Why (everybody").fill("Our patients were not asked");
            visitor.button("Answer").click();
            visitor.sees("Declined: Our patients were not asked");
            visitor.open("/console/switch");
            assertThat(visitor.page().locator(".con-state").innerText()).contains("are taken");
        }
    }
}

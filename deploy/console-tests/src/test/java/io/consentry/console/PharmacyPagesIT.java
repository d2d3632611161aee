package io.consentry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.consentry.local.playdemo.Sample;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a pharmacy sees of its messages, and what it has to do about a refusal. */
@ExtendWith({NeedsChromium.class, RunningConsole.class})
class PharmacyPagesIT {

    @Test
    void everyPage_keepsTheRules(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        String sent = surgery.receive(Sample.CONTRACEPTION);
        surgery.receive(Sample.PHARMACY_FIRST);
        try (Visitor visitor = Visitor.with(console).signIn("pharmacy", Sample.PHARMACY, "Millgate Pharmacy")) {
            visitor.check("messages");
            visitor.open("/console/messages/" + sent).check("message");
            visitor.open("/console/send?practice=" + surgery.ods()).check("send-yes");
            visitor.open("/console/send?practice=nonsense").check("send-problem");
            visitor.open("/console/correspondence").check("letters-pharmacy");
        }
    }

    @Test
    void refusal_isSeen_deliveredAnotherWay_andProven_withoutScript(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console);
        try (Visitor visitor =
                Visitor.withoutScript(console).signIn("pharmacy", Sample.PHARMACY, "Millgate Pharmacy")) {
            visitor.open("/console/send?practice=" + surgery.ods());
            visitor.sees("No: practice " + surgery.ods() + " takes no messages now");
            visitor.choose(
                    "#message", "consultation.xml", new String(Sample.CONTRACEPTION.written(), StandardCharsets.UTF_8));
            visitor.button("Send it").click();
            visitor.sees("Refused", "What to do now:");
            visitor.check("send-refused");

            visitor.open("/console/messages");
            visitor.sees("delivered another way");
            visitor.open("/console/duties");
            var duty = visitor.page().locator("section", byText(surgery.ods()));
            assertThat(duty.innerText()).contains("Open", "What to do:");
            visitor.check("duties");
            duty.getByLabel("Sent by").selectOption("phone");
            duty.getByLabel("When").fill("2036-01-05T10:00");
            duty.getByLabel("Reference").fill("Rang at ten");
            duty.getByText("It was sent").click();
            visitor.sees("Not kept");
            duty.getByLabel("Sent by").selectOption("phone");
            duty.getByLabel("When").fill("2026-01-05T10:00");
            duty.getByLabel("Reference").fill("Rang at ten");
            duty.getByText("It was sent").click();
            assertThat(duty.count()).isZero();
            visitor.open("/console/duties?all=1");
            assertThat(duty.innerText()).doesNotContain("What to do:");
            visitor.check("duties-all");
        }
    }

    @Test
    void message_isSeenAsFiled_onAPageThatIsOpen(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn(1);
        String id = surgery.receive(Sample.CONTRACEPTION, UnaryOperator.identity());
        try (Visitor visitor = Visitor.with(console).signIn("pharmacy", Sample.PHARMACY, "Millgate Pharmacy")) {
            visitor.open("/console/messages/" + id);
            assertThat(visitor.text()).contains("Waiting").doesNotContain("Filed");
            surgery.file(id);
            visitor.sees("Filed");
            visitor.check("message-filed");
        }
    }

    @Test
    void messageAboutTheWrongPatient_isSeen_andPutRight_withoutScript(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn(1);
        surgery.reject(surgery.receive(Sample.CONTRACEPTION), "wrong-patient");
        try (Visitor visitor =
                Visitor.withoutScript(console).signIn("pharmacy", Sample.PHARMACY, "Millgate Pharmacy")) {
            visitor.waitUntilShown("/console/corrections", surgery.ods());
            visitor.open("/console/messages").sees("to be put right");
            visitor.open("/console/corrections");
            var duty = visitor.page().locator("section", byText(surgery.ods()));
            assertThat(duty.innerText()).contains("Open", "Wrong patient");
            visitor.check("corrections");
            duty.getByLabel("What you did").selectOption("sent-for-the-right-patient");
            duty.getByLabel("When").fill("2036-01-05T10:00");
            duty.getByLabel("Reference").fill("INC-1");
            duty.getByText("That was done").click();
            visitor.sees("Not kept.");
            duty.getByLabel("What you did").selectOption("sent-for-the-right-patient");
            duty.getByLabel("When").fill("2026-01-05T10:00");
            duty.getByLabel("Reference").fill("INC-1");
            duty.getByText("That was done").click();
            assertThat(duty.count()).isZero();
            visitor.open("/console/corrections?all=1");
            assertThat(duty.innerText()).contains("Sent for the right patient");
        }
    }

    private static Page.LocatorOptions byText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}

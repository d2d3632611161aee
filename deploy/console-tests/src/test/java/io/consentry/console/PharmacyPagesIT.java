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
    void message_thatIsFiled_isSeenAsFiled(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn(1);
        String id = surgery.receive(Sample.CONTRACEPTION, UnaryOperator.identity());
        surgery.file(id);
        try (Visitor visitor = Visitor.with(console).signIn("pharmacy", Sample.PHARMACY, "Millgate Pharmacy")) {
            visitor.waitUntilShown("/console/messages/" + id, "Filed");
            visitor.check("message-filed");
        }
    }

    private static Page.LocatorOptions byText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}

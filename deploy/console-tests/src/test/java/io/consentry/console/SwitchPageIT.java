package io.consentry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.consentry.local.playdemo.Sample;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The switch: nobody may misread it, and only the practice moves it. */
@ExtendWith({NeedsChromium.class, RunningConsole.class})
class SwitchPageIT {

    @Test
    void page_saysWhatIsTaken_andTakesChangesNowAndLater_withoutScript(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console);
        try (Visitor visitor =
                Visitor.withoutScript(console).signIn("data-controller", surgery.ods(), "Dr Asha Verrall")) {
            visitor.open("/console/switch").check("switch-never-decided");
            assertThat(state(visitor)).contains("Refusing", "Nobody here ever switched it on");
            move(visitor, "everything", "on");
            assertThat(state(visitor)).contains("Refusing", "every service is off");
            move(visitor, "pharmacy-first", "on");
            assertThat(state(visitor))
                    .contains("Taking some", "Messages about Pharmacy First are taken")
                    .contains("Messages about Blood pressure check and Contraception are refused");
            assertThat(lamp(visitor, "pharmacy-first")).isEqualTo("On: messages are taken");
            assertThat(lamp(visitor, "contraception")).isEqualTo("Off: messages are refused");
            visitor.sees("by Dr Asha Verrall");
            visitor.unfold().check("switch-unfolded");

            visitor.open("/console/switch");
            open(visitor, "contraception");
            visitor.page().locator("#later-contraception").check();
            visitor.page().locator("#from-contraception").fill("2031-01-01T09:00");
            decide(visitor, "contraception", "on");
            visitor.sees("Will be on from 1 Jan 2031, 09:00");
            visitor.check("switch-planned");
            visitor.page().locator("form[action*=planned] button").click();
            visitor.sees("Planned change cancelled");

            move(visitor, "everything", "off");
            assertThat(state(visitor)).contains("Refusing", "the practice as a whole is off since");
            assertThat(lamp(visitor, "pharmacy-first")).isEqualTo("Refused: the practice is off");
            assertThat(surgery.send(Sample.PHARMACY_FIRST, UnaryOperator.identity())
                            .status())
                    .isEqualTo(409);
        }
    }

    @Test
    void anybodyAtThePractice_stopsEverything_butStartsNothing(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        try (Visitor visitor = Visitor.withoutScript(console).signIn("practice", surgery.ods(), "Sam Reception")) {
            visitor.open("/console/switch");
            assertThat(visitor.page().locator("form[action$=move]").count()).isZero();
            visitor.page().locator("#pause-reason").selectOption("clinical-safety");
            visitor.button("Stop everything").click();
            assertThat(state(visitor)).contains("Refusing", "decided by Sam Reception");
            visitor.check("switch-stopped");
        }
    }

    @Test
    void attemptsByOthers_areShown_apartFromTheHistory(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        console.gateway()
                .put(
                        "/practices/" + surgery.ods() + "/consent",
                        console.tokens().of("programme", "NAT01", "somebody-else", "Somebody Else"),
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("decision", "opted-in")
                                .put("reason", "other"));
        try (Visitor visitor = Visitor.with(console).signIn("practice", surgery.ods(), "Sam Reception")) {
            visitor.open("/console/switch");
            visitor.sees("These people tried");
            visitor.check("switch-attempts");
        }
    }

    private static String state(Visitor visitor) {
        return visitor.page().locator(".con-state").innerText();
    }

    private static String lamp(Visitor visitor, String card) {
        return visitor.page()
                .locator("section[aria-labelledby=switch-" + card + "] .con-lamp")
                .innerText();
    }

    private static void move(Visitor visitor, String card, String decision) {
        visitor.open("/console/switch");
        open(visitor, card);
        decide(visitor, card, decision);
    }

    private static void open(Visitor visitor, String card) {
        visitor.page()
                .locator("section[aria-labelledby=switch-" + card + "] summary")
                .click();
    }

    private static void decide(Visitor visitor, String card, String decision) {
        visitor.page().locator("#" + decision + "-" + card).check();
        visitor.page().locator("#reason-" + card).selectOption("governance");
        visitor.page().locator("#move-" + card + " button").click();
        visitor.sees("Your decision was kept");
    }
}

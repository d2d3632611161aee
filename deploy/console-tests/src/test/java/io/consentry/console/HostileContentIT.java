package io.consentry.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.local.playdemo.Sample;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever stands in a field is shown as it stands there: none of it ever runs. */
@ExtendWith({NeedsChromium.class, RunningConsole.class})
class HostileContentIT {

    private static final String SCRIPT = "'\"><script>alert(1)</script><img src=x onerror=alert(2)>{{1+1}}${1+1}";
    private static final String IN_XML = SCRIPT.replace("&", "&amp;")
            .replace("\"", "&quot;")
            .replace("<", "&lt;")
            .replace(">", "&gt;");

    /** Every text of the message: names, titles, words of codes, units, narrative. */
    private static final Pattern TEXTS =
            Pattern.compile("<(display|text|title|summary|family|given|prefix|name|unit|postalCode) value=\"[^\"]*\"");

    private static final UnaryOperator<String> EVERYWHERE =
            message -> TEXTS.matcher(message).replaceAll(found -> text(found.group(1)));

    private static String text(String element) {
        return Matcher.quoteReplacement("<" + element + " value=\"" + IN_XML + "\"");
    }

    @Test
    void scriptInEveryTextOfAMessage_neverRuns(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        String id = surgery.receive(Sample.PHARMACY_FIRST, EVERYWHERE);
        try (Visitor visitor = Visitor.with(console).signIn("practice", surgery.ods(), SCRIPT.substring(0, 60))) {
            harmless(visitor);
            visitor.open("/console/items/" + id);
            harmless(visitor);
            assertThat(visitor.page().locator(".con-person-line").innerText()).contains("<script>alert(1)</script>");
            visitor.page().locator("#note-only").fill(SCRIPT);
            visitor.button("Keep the note").click();
            harmless(visitor);
            visitor.page().locator("#to").fill("<b>x");
            visitor.button("Ask").click();
            harmless(visitor);
            visitor.open("/console/items/" + id);
            visitor.check("item-hostile");
            visitor.open("/console/items/" + id + "/original");
            harmless(visitor);
            visitor.open("/console/worklist");
            harmless(visitor);
        }
    }

    @Test
    void scriptInWhatPeopleWrite_neverRuns(RunningConsole.Open console) throws Exception {
        Surgery surgery = new Surgery(console).optIn();
        try (Visitor visitor =
                Visitor.with(console).signIn("data-controller", surgery.ods(), SCRIPT.substring(0, 60))) {
            visitor.open("/console/switch").unfold();
            visitor.page().locator("#off-contraception").check();
            visitor.page().locator("#reason-contraception").selectOption("trial");
            visitor.page().locator("#note-contraception").fill(SCRIPT);
            visitor.page().locator("#move-contraception button").click();
            harmless(visitor);
        }
        try (Visitor visitor = Visitor.with(console).signIn("operator", "OPS01", SCRIPT.substring(0, 60))) {
            visitor.open("/console/correspondence").unfold();
            visitor.page().locator("#asked-by").fill(SCRIPT);
            visitor.page().locator("#what").fill(SCRIPT);
            visitor.page().locator("#practice").fill(surgery.ods());
            visitor.page().locator("#received").fill("2026-01-05T10:00");
            visitor.choose("#request-document", "letter.txt", "letter");
            visitor.button("Write it down").click();
            harmless(visitor);
            visitor.open("/console/recalls").unfold();
            visitor.page().locator("#reason").fill(SCRIPT);
            visitor.page().locator("#codes").fill("68566005");
            visitor.button("Open the recall").click();
            harmless(visitor);
        }
        try (Visitor visitor = Visitor.with(console).signIn("auditor", "AUD01", "Audra Quill")) {
            visitor.open("/console/story?practice=" + surgery.ods());
            harmless(visitor);
            visitor.open("/console/replay");
            harmless(visitor);
        }
    }

    /** The text is there to be read, and nothing was made of it; a dialog or a request would fail the visit. */
    private static void harmless(Visitor visitor) {
        assertThat(visitor.page().content()).contains("&lt;script&gt;alert(1)");
        assertThat(visitor.page().locator("img, main script, [onerror]").count())
                .isZero();
    }
}

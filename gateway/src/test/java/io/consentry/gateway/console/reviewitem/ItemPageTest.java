package io.consentry.gateway.console.reviewitem;

import static io.consentry.gateway.console.SandboxBrowser.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reviewer reads of an item. */
@GatewayTest
class ItemPageTest {

    private static final String ITEM = "/practices/Z00001/items/881cd705-6366-4a15-a76b-073d0950463a";
    private static final String PAGE = "/console/items/881cd705-6366-4a15-a76b-073d0950463a";

    @BeforeEach
    void reset() {
        StandInServices.reset();
    }

    @Test
    void timesOfAMessage_areThoseOfLondon_andPlainDatesStay() {
        item("""
                {"id":"entry-1","group":"observations","text":"Late reading","excluded":false,
                 "date":"2026-06-30T23:30:00Z to 2026-07-02T08:05:00Z"},
                {"id":"entry-2","group":"medicines","text":"Tablets","excluded":false,
                 "medicine":{"handedOver":"2026-06-30T22:15:00Z"}},
                {"id":"entry-3","group":"conditions","text":"Cystitis","excluded":false,"date":"2026-06-29"}""");

        page().statusCode(200)
                .body(containsString("on 1 Jul 2026, 00:30. Received"))
                .body(containsString("<td data-label=\"When\">1 Jul 2026, 00:30 to 2 Jul 2026, 09:05</td>"))
                .body(containsString("30 Jun 2026, 23:15</td>"))
                .body(containsString("<span class=\"con-sub\">29 Jun 2026</span>"))
                .body(containsString("Born 1 Mar 1952<"));
    }

    @Test
    void filesThatCameWithIt_areLinks_withTheirTitleKindAndSize() {
        item("""
                {"id":"entry-1","group":"attachments","excluded":false,
                 "attachment":{"number":1,"contentType":"application/pdf","title":"<b>Letter</b>","size":2049}},
                {"id":"entry-2","group":"attachments","excluded":false,
                 "attachment":{"number":2,"title":"Never sent","size":0}}""");

        page().statusCode(200)
                .body(containsString("<a class=\"govuk-link\" href=\"" + PAGE
                        + "/attachments/1\">&lt;b&gt;Letter&lt;/b&gt;</a> (application/pdf, 3 KB)"))
                .body(not(containsString("<b>Letter</b>")))
                .body(containsString("Never sent: the file itself did not come with the message"))
                .body(not(containsString("/attachments/2")));
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, attachment; filename=\"attachment-1.pdf\", attachment; filename=\"attachment-1.pdf\"",
        "application/octet-stream, attachment; filename=\"attachment-1.bin\", attachment; filename=\"attachment-1.bin\"",
        "text/plain, inline, attachment"
    })
    void file_isKeptByteForByte_asTheSuiteGaveIt_andNeverShown(String type, String given, String kept) {
        byte[] file = {'%', 'P', 'D', 'F', (byte) 0xff, 0, (byte) 0x80};
        StandIn.FILING.answers(request -> request.response()
                .putHeader("Content-Type", type)
                .putHeader("Content-Disposition", given)
                .end(Buffer.buffer(file)));

        byte[] answer = as("practice")
                .get(PAGE + "/attachments/1")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(type))
                .header("Content-Disposition", kept)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract()
                .asByteArray();

        assertThat(answer).isEqualTo(file);
        assertThat(StandIn.FILING.only().uri()).isEqualTo(ITEM + "/attachments/1");
    }

    @Test
    void fileThatIsNone_isAPageThatSaysSo_andNobodyReadsOneWithoutSigningIn() {
        StandIn.FILING.answers(request -> request.response()
                .setStatusCode(404)
                .putHeader("Content-Type", "application/problem+json")
                .end("{\"type\":\"/problems/not-found\",\"detail\":\"The item has no such attachment.\"}"));

        as("practice")
                .get(PAGE + "/attachments/7")
                .then()
                .statusCode(404)
                .contentType(containsString("text/html"))
                .header("Content-Disposition", nullValue())
                .body(containsString("The item has no such attachment."));
        as("practice").get(PAGE + "/attachments/x").then().statusCode(404);
        StandIn.FILING.received().clear();
        given().redirects().follow(false).get(PAGE + "/attachments/1").then().statusCode(303);
        as("pharmacy").get(PAGE + "/attachments/1").then().statusCode(403);
        assertThat(StandIn.FILING.received()).isEmpty();
    }

    @Test
    void refutedFinding_standsWithItsMarkAndAListOfWhatElseIsTold_escaped() {
        item("""
                {"id":"entry-1","group":"conditions","code":{"display":"Cystitis","code":"38822007"},"excluded":false,
                 "status":"active","details":[{"name":"Verification","text":"refuted"},
                 {"name":"Comment","text":"Not <script>alert(1)</script> & not cystitis"}]}""");

        page().statusCode(200)
                .body(containsString("Cystitis"))
                .body(containsString("<span class=\"con-tag con-tag--warning\">Refuted</span>"))
                .body(
                        containsString(
                                "<ul class=\"govuk-list con-sub con-more\"><li class=\"con-text\">Verification: refuted</li>"
                                        + "<li class=\"con-text\">Comment: Not &lt;script&gt;alert(1)&lt;/script&gt; &amp; not cystitis</li></ul>"))
                .body(not(containsString("<script>alert")));
    }

    @Test
    void timesAmongWhatElseIsTold_areLondons() {
        item("""
                {"id":"entry-1","group":"observations","code":{"display":"Weight","code":"27113001"},"excluded":false,
                 "details":[{"name":"Issued","text":"2026-06-30T23:30:00Z"}]}""");

        page().statusCode(200)
                .body(containsString("Issued: 1 Jul 2026, 00:30<"))
                .body(containsString("1 Jul 2026, 00:30 to 2 Jul 2026, 09:05</dd>"));
    }

    private static ValidatableResponse page() {
        return as("practice").get(PAGE).then();
    }

    private static void item(String entries) {
        StandIn.FILING.answers(request -> request.response()
                .setStatusCode(request.path().equals(ITEM) ? 200 : 404)
                .putHeader("Content-Type", "application/json")
                .end("""
                        {"id":"881cd705-6366-4a15-a76b-073d0950463a","version":0,"status":"pending",
                         "service":"pharmacy-first","urgent":false,"receivedAt":"2026-07-01T08:00:00Z",
                         "pharmacy":{"ods":"FZ001"},"decisionPosition":4,"erased":false,"date":"2026-06-30T23:30:00Z",
                         "details":[{"name":"Took place","text":"2026-06-30T23:30:00Z to 2026-07-02T08:05:00Z"}],
                         "patient":{"family":"Okafor","birthDate":"1952-03-01","deceased":false},"entries":[""" + entries + "]}"));
    }
}

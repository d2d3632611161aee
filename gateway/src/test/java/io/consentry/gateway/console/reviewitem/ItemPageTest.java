package io.consentry.gateway.console.reviewitem;

import static io.consentry.gateway.console.SandboxBrowser.as;
import static org.hamcrest.Matchers.containsString;

import io.consentry.gateway.GatewayTest;
import io.consentry.gateway.standin.StandIn;
import io.consentry.gateway.standin.StandInServices;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
                         "patient":{"family":"Okafor","birthDate":"1952-03-01","deceased":false},"entries":[""" + entries + "]}"));
    }
}

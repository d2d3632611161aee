package io.consentry.ingest.tellsender;

import static io.consentry.ingest.Sending.story;
import static io.consentry.ingest.Sending.xml;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.consentry.events.ItemFiled;
import io.consentry.events.ItemRejected;
import io.consentry.events.ItemUnread;
import io.consentry.ingest.MalformedMessages;
import io.consentry.ingest.Samples;
import io.consentry.ingest.Sending;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.dstu3.model.Organization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(Neighbours.class)
class UpdateRecordsResourceTest {

    private static final String PRACTICE = "U00001";
    private static final Instant AT = Instant.parse("2026-03-01T09:30:00.123456Z");

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
    }

    @Test
    void tells_senderAndPractice_andNobodyElse() {
        String id = accepted();

        for (String[] entitled :
                new String[][] {{"pharmacy", Samples.PHARMACY}, {"practice", PRACTICE}, {"data-controller", PRACTICE}
                }) {
            story(entitled[0], entitled[1], id)
                    .statusCode(200)
                    .body("id", equalTo(id))
                    .body("status", equalTo("pending"))
                    .body("timeline.status", contains("pending"))
                    .body("timeline[0].at", notNullValue());
        }
        for (String[] stranger : new String[][] {{"pharmacy", "FXX99"}, {"practice", "U00002"}}) {
            story(stranger[0], stranger[1], id).statusCode(404).body("type", equalTo("/problems/not-found"));
        }
        story("auditor", PRACTICE, id).statusCode(403);
        story("pharmacy", Samples.PHARMACY, "no-id").statusCode(404);
        given().get("/update-records/{id}", id).then().statusCode(401);
    }

    @Test
    void tellsTheOutcome_onceForEachEvent() {
        String filed = accepted();
        String changed = accepted();
        String rejected = accepted();

        Neighbours.FILING.tell(new ItemFiled(filed, PRACTICE, AT, false));
        Neighbours.FILING.tell(new ItemFiled(changed, PRACTICE, AT, true));
        Neighbours.FILING.tell(new ItemRejected(rejected, PRACTICE, AT, "wrong-patient", true, null));
        Neighbours.FILING.tell(new ItemFiled(filed, PRACTICE, AT, false));
        Neighbours.FILING.tell(new ItemFiled("0195e2a4-0000-7000-8000-000000000001", PRACTICE, AT, false));
        String last = accepted();
        Neighbours.FILING.tell(new ItemFiled(last, PRACTICE, AT, false));

        await().atMost(Duration.ofSeconds(15)).until(() -> Sending.status(last).equals("filed"));
        story("pharmacy", Samples.PHARMACY, filed)
                .body("status", equalTo("filed"))
                .body("timeline.status", contains("pending", "filed"))
                .body("timeline[1].by", equalTo(PRACTICE))
                .body("timeline[1].at", equalTo(AT.toString()));
        story("pharmacy", Samples.PHARMACY, changed).body("status", equalTo("filed-with-changes"));
        story("pharmacy", Samples.PHARMACY, rejected)
                .body("status", equalTo("rejected"))
                .body("timeline[1].reason", equalTo("wrong-patient"));
    }

    @Test
    void tellsThatNobodyHasLookedAtIt_once() {
        String id = accepted();

        Neighbours.FILING.tell(new ItemUnread(id, PRACTICE, AT));
        Neighbours.FILING.tell(new ItemUnread(id, PRACTICE, AT));
        Neighbours.FILING.tell(new ItemFiled(id, PRACTICE, AT, false));

        await().atMost(Duration.ofSeconds(15)).until(() -> Sending.status(id).equals("filed"));
        story("pharmacy", Samples.PHARMACY, id).body("timeline.status", contains("pending", "unread", "filed"));
    }

    @Test
    void listsAPharmacysOwnMessages_pageByPage() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(Sending.send("FLIST1", PRACTICE, from("FLIST1"), MalformedMessages.XML)
                    .statusCode(202)
                    .extract()
                    .path("id"));
        }

        List<String> listed = new ArrayList<>();
        String after = null;
        do {
            ValidatableResponse page = list("FLIST1", after == null ? "?limit=2" : "?limit=2&after=" + after)
                    .statusCode(200);
            List<String> ids = page.extract().path("messages.id");
            listed.addAll(ids);
            after = page.extract().path("next");
        } while (after != null);

        assertThat(listed).containsExactlyElementsOf(sent);
        list("FLIST1", "?status=pending").body("messages", hasSize(5));
        list("FLIST1", "?status=filed").body("messages", hasSize(0));
        list("FLIST2", "").body("messages", hasSize(0));
        for (String wrong : List.of("?status=lost", "?after=x", "?limit=0", "?limit=501", "?limit=many")) {
            assertThat(list("FLIST1", wrong).extract().statusCode()).as(wrong).isIn(400, 404);
        }
    }

    private static ValidatableResponse list(String pharmacy, String query) {
        return given().auth()
                .oauth2(TestTokens.of("pharmacy", pharmacy))
                .get("/update-records" + query)
                .then();
    }

    private static byte[] from(String pharmacy) {
        return Samples.unique(Samples.PHARMACY_FIRST, bundle -> Samples.first(bundle, Organization.class)
                .getIdentifierFirstRep()
                .setValue(pharmacy));
    }

    private static String accepted() {
        return xml(PRACTICE, Samples.unique(Samples.PHARMACY_FIRST))
                .statusCode(202)
                .extract()
                .path("id");
    }
}

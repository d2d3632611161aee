package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.consentry.consultation.Consultation;
import io.consentry.consultation.Entry;
import io.consentry.consultation.EntryKind;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
class AttachmentTest {

    private static final byte[] FILE = "%PDF-1.7 <script>".getBytes(StandardCharsets.UTF_8);

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);

    private String received(String contentType) {
        SentMessage message = SentMessage.to(practice);
        Consultation told = message.consultation();
        List<Entry> entries = new ArrayList<>(told.entries());
        Entry.Attachment file = new Entry.Attachment(1, contentType, "../../report.html", FILE.length);
        entries.add(new Entry(
                "entry-report", EntryKind.ATTACHMENT, null, null, null, null, null, "final", List.of(), null, file));
        IngestStandIn.accept(
                message.accepted(),
                new Consultation(
                        told.service(),
                        told.title(),
                        told.date(),
                        told.patient(),
                        told.pharmacy(),
                        told.practitioner(),
                        entries,
                        List.of(),
                        List.of()),
                SampleUpdateRecord.withFile(contentType, FILE));
        ada.awaitItem(message.id());
        return message.id();
    }

    private Response attachment(String item, int number) {
        return ada.asking().get("/practices/" + practice + "/items/" + item + "/attachments/" + number);
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, application/pdf, attachment-1.pdf",
        "text/html, application/octet-stream, attachment-1.bin",
        "image/svg+xml, application/octet-stream, attachment-1.bin"
    })
    void attachment_isAFileThatNothingRuns_byteForByte(String sent, String given, String name) {
        String item = received(sent);

        byte[] bytes = attachment(item, 1)
                .then()
                .statusCode(200)
                .header("Content-Type", given)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .extract()
                .asByteArray();

        assertThat(bytes).isEqualTo(FILE);
        attachment(item, 2).then().statusCode(404);
        attachment(item, 0).then().statusCode(404);
        ada.asking()
                .get("/practices/" + practice + "/items/" + item + "/openings")
                .then()
                .body("openings.what", hasItem("attachment"));
        Reviewer stranger = Reviewer.at(SentMessage.anyPractice());
        stranger.asking()
                .get("/practices/" + stranger.practice() + "/items/" + item + "/attachments/1")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
    }

    @Test
    void attachment_isThereThoughUnreadable_whileItsKeyIsAway_andMissingOnlyOnceErased() throws SQLException {
        String item = received("application/pdf");

        Database.turnKeys(item);
        attachment(item, 1).then().statusCode(409).body("type", equalTo("/problems/content-unreadable"));

        Database.turnKeys(item);
        attachment(item, 1).then().statusCode(200);

        Database.change("delete from item_content where item_id = ?", item);
        attachment(item, 1).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }
}

package io.consentry.bench.checkprotection;

import io.consentry.bench.acceptrows.Accepted;
import io.consentry.bench.acceptrows.NewMessages;
import io.consentry.bench.acceptrows.Worklists;
import io.consentry.bench.callservice.HttpConnection;
import io.consentry.bench.seedfiling.FilingSeed;
import io.consentry.bench.startsuite.BenchSuite;
import io.consentry.local.place.ServiceName;
import io.consentry.local.playdemo.Sample;
import io.consentry.local.runsuite.StartFailed;
import io.consentry.postgres.DurableSettings;
import io.consentry.postgres.SuiteDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * What must be on while the suite is measured. Nothing is believed of a configuration: each is tried on the running
 * suite, with one message that is accepted and others that must not be.
 */
public final class Protection {

    private static final String XML = "Content-Type: application/fhir+xml\r\n";

    private final BenchSuite suite;
    private final String practice = FilingSeed.practice(0);
    private final String another = FilingSeed.practice(1);
    private final String pharmacy;
    private final NewMessages messages = new NewMessages(System.nanoTime());

    private Protection(BenchSuite suite) throws IOException {
        this.suite = suite;
        this.pharmacy = suite.token("pharmacy", Sample.PHARMACY);
    }

    /**
     * Tries all of it; its practices must be seeded. Gives what was seen, a sentence each.
     *
     * @throws StartFailed naming what is off, or what was answered otherwise
     */
    public static List<String> require(BenchSuite suite) throws StartFailed, SQLException, InterruptedException {
        try {
            Protection protection = new Protection(suite);
            return List.of(
                    protection.everyCommitIsDurable(),
                    protection.whoAsksIsChecked(),
                    protection.aFaultyMessageIsRefused(),
                    protection.contentIsSealed(),
                    protection.rowsAreTheirOrganisations());
        } catch (IOException | IllegalStateException e) {
            throw new StartFailed("Nothing is measured, since not all that protects is on: " + e.getMessage(), e);
        }
    }

    private String everyCommitIsDurable() throws SQLException {
        try (Connection connection = suite.connect(SuiteDatabase.CONSENT, SuiteDatabase.CONSENT.owner())) {
            DurableSettings.require(connection);
        }
        return "Durable: fsync, synchronous_commit and full_page_writes are on.";
    }

    private String whoAsksIsChecked() throws IOException {
        String worklist = "/practices/" + practice + "/items";
        send(worklist, suite.token("practice", practice), 200);
        send(worklist, suite.token("practice", another), 404);
        send(worklist, forged(suite.token("practice", practice)), 401);
        deliver(text(messages.next()), forged(pharmacy), 401);
        return "Authentication: a forged token was answered 401, that of another practice 404.";
    }

    private String aFaultyMessageIsRefused() throws IOException {
        String message = text(messages.next());
        deliver(message.replace("/nhs-number\"", "/another-number\""), pharmacy, 422);
        return "Safeguards: a message without an NHS number was answered 422.";
    }

    private String rowsAreTheirOrganisations() throws SQLException {
        StoredMessages.requireRowsHidden(suite, SuiteDatabase.INGEST, "message");
        StoredMessages.requireRowsHidden(suite, SuiteDatabase.FILING, "worklist_item");
        return "Row-level security: who answers requests sees no row without an organisation's name.";
    }

    private String contentIsSealed() throws IOException, SQLException, InterruptedException {
        String message = text(messages.next());
        UUID id = UUID.fromString(Accepted.idIn(deliver(message, pharmacy, 202)));
        try (Worklists worklists = new Worklists(suite)) {
            worklists.awaitAll(List.of(id.toString()));
        }
        StoredMessages.requireSealed(suite, practice, id, message);
        return "Encryption: an accepted message and its item were stored sealed, and opened with the practice's key.";
    }

    private String deliver(String message, String token, int wanted) throws IOException {
        return answer(
                HttpConnection.request("POST", "/practices/" + practice + "/update-records", token, XML, message),
                wanted);
    }

    private void send(String path, String token, int wanted) throws IOException {
        answer(HttpConnection.request("GET", path, token, "", ""), wanted);
    }

    /** On a connection of its own, since one that refused a body may be closed. */
    private String answer(byte[] request, int wanted) throws IOException {
        try (HttpConnection connection = new HttpConnection(suite.port(ServiceName.GATEWAY))) {
            return text(connection.send(request, wanted).readAllBytes());
        }
    }

    /** The same claims under a signature that is not theirs. */
    private static String forged(String token) {
        int signature = token.lastIndexOf('.') + 1;
        char other = token.charAt(signature) == 'A' ? 'B' : 'A';
        return token.substring(0, signature) + other + token.substring(signature + 1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

package io.consentry.ingest.keepmessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.consentry.ingest.MalformedMessages;
import io.consentry.ingest.Samples;
import io.consentry.ingest.Sending;
import io.consentry.ingest.Tables;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.CountedPostgres;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.UnansweredCommits;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.dstu3.model.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of many senders that are written by one statement: each is its own sender's, and none depends on another. */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(value = CountedPostgres.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(Neighbours.class)
class KeepTogetherTest {

    private static final String PRACTICE = "TGTH01";
    private static final int SENDERS = 20;
    /** So many statements may be under way while the others wait for them. */
    private static final int ALONE = 2;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void thePracticeIsIn() {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
        // The practice has its key: making one is a commit too, and would wait first.
        send("FKT00", Samples.unique(Samples.PHARMACY_FIRST)).statusCode(202);
    }

    @AfterEach
    void nobodySendsAnyMore() {
        threads.shutdownNow();
    }

    private static ValidatableResponse send(String pharmacy, byte[] message) {
        byte[] own = new String(message, StandardCharsets.UTF_8)
                .replace(Samples.PHARMACY, pharmacy)
                .getBytes(StandardCharsets.UTF_8);
        return Sending.send(pharmacy, PRACTICE, own, MalformedMessages.XML);
    }

    private static String pharmacy(int number) {
        return "FKT%02d".formatted(number);
    }

    private static byte[] named(String identifier) {
        return Samples.unique(Samples.PHARMACY_FIRST, (Bundle bundle) -> bundle.getIdentifier()
                .setValue(identifier));
    }

    /** What each is answered, of messages that wait while no commit is answered. */
    private List<ValidatableResponse> together(List<byte[]> messages) throws Exception {
        List<CompletableFuture<ValidatableResponse>> answers = new ArrayList<>();
        try (UnansweredCommits commits = UnansweredCommits.from(PostgresAndKeys.postgres()::connectAsAdmin)) {
            for (int i = 0; i < messages.size(); i++) {
                int sender = i + 1;
                answers.add(
                        CompletableFuture.supplyAsync(() -> send(pharmacy(sender), messages.get(sender - 1)), threads));
                if (i < ALONE) {
                    commits.awaitOneOf(SuiteDatabase.INGEST.tenant());
                    Thread.sleep(300);
                }
            }
            Thread.sleep(2_000);
            CountedPostgres.line().forget();
        }
        List<ValidatableResponse> answered = new ArrayList<>();
        for (CompletableFuture<ValidatableResponse> answer : answers) {
            answered.add(answer.get(60, TimeUnit.SECONDS));
        }
        return answered;
    }

    private static long statements() {
        return CountedPostgres.line().heard().stream()
                .filter(heard -> heard.statements().stream().anyMatch(sql -> sql.contains("insert into message (")))
                .count();
    }

    @Test
    void eachRow_isItsSendersOwn_thoughOneStatementWroteThem() throws Exception {
        List<ValidatableResponse> answers = together(IntStream.range(0, SENDERS)
                .mapToObj(i -> Samples.unique(Samples.PHARMACY_FIRST))
                .toList());

        Thread.sleep(500);
        assertThat(statements()).isBetween(1L, SENDERS / 3L);
        for (int i = 0; i < SENDERS; i++) {
            String id = answers.get(i).statusCode(202).extract().path("id");
            for (String table : List.of("message where id", "timeline_entry where message_id")) {
                assertThat(seen(pharmacy(i + 1), table, id)).as(table).isEqualTo(1);
                assertThat(seen(pharmacy(i), table, id))
                        .as("another's " + table)
                        .isZero();
            }
            assertThat(Tables.count(
                            "select count(*) from message_content where message_id = ?::uuid and sender = ?",
                            id,
                            pharmacy(i + 1)))
                    .isEqualTo(1);
            assertThat(Tables.count("select count(*) from feed_event where subject = ?", id))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatTheDatabaseRefusesOfOne_isNoOtherMessagesMatter() throws Exception {
        refuseIdentifiers("none-takes-this%", "P0001");
        try {
            List<byte[]> messages = new ArrayList<>(IntStream.range(0, SENDERS)
                    .mapToObj(i -> Samples.unique(Samples.PHARMACY_FIRST))
                    .toList());
            messages.set(SENDERS / 2, named("none-takes-this-" + System.nanoTime()));

            Map<Boolean, Long> taken = together(messages).stream()
                    .map(answer -> answer.extract().statusCode())
                    .collect(Collectors.partitioningBy(status -> status == 202, Collectors.counting()));

            assertThat(taken).containsEntry(true, SENDERS - 1L).containsEntry(false, 1L);
        } finally {
            change("drop trigger refuse_for_a_test on message");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "53300", "57P01", "25006"})
    void whatTheDatabaseRefusesToAnyone_isNotTriedMessageByMessage_andMayBeSentAgain(String state) throws Exception {
        refuseIdentifiers("no-room%", state);
        try {
            List<byte[]> messages = IntStream.range(0, SENDERS)
                    .mapToObj(i -> named((i < ALONE ? "room-" : "no-room-") + i + "-" + System.nanoTime()))
                    .toList();

            List<ValidatableResponse> answers = together(messages);

            Thread.sleep(500);
            answers.subList(0, ALONE).forEach(answer -> answer.statusCode(202));
            answers.subList(ALONE, SENDERS).forEach(answer -> answer.statusCode(503)
                    .header("Retry-After", "5")
                    .body("type", equalTo("/problems/unavailable")));
            assertThat(statements()).isBetween(1L, SENDERS / 3L);
        } finally {
            change("drop trigger refuse_for_a_test on message");
        }
    }

    @Test
    void theSameMessageTwice_inOneStatement_isKeptOnce_andBothHearOfIt() throws Exception {
        byte[] twice = Samples.unique(Samples.PHARMACY_FIRST);
        List<CompletableFuture<ValidatableResponse>> both = new ArrayList<>();
        try (UnansweredCommits commits = UnansweredCommits.from(PostgresAndKeys.postgres()::connectAsAdmin)) {
            for (int i = 1; i <= ALONE; i++) {
                String first = pharmacy(i);
                CompletableFuture.supplyAsync(() -> send(first, Samples.unique(Samples.PHARMACY_FIRST)), threads);
                commits.awaitOneOf(SuiteDatabase.INGEST.tenant());
                Thread.sleep(300);
            }
            for (int i = 0; i < 2; i++) {
                both.add(CompletableFuture.supplyAsync(() -> send(pharmacy(9), twice), threads));
            }
            Thread.sleep(2_000);
            CountedPostgres.line().forget();
        }

        List<String> ids = new ArrayList<>();
        List<Integer> statuses = new ArrayList<>();
        for (CompletableFuture<ValidatableResponse> one : both) {
            ValidatableResponse answer = one.get(60, TimeUnit.SECONDS);
            statuses.add(answer.extract().statusCode());
            ids.add(answer.extract().path("id"));
        }
        assertThat(statuses).containsExactlyInAnyOrder(202, 200);
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(statements()).isEqualTo(1);
    }

    @Test
    void dutiesOfSeveralSenders_areClosed_byTheStatementThatKeepsTheirMessages_andNoOthers() throws Exception {
        List<byte[]> messages = IntStream.range(0, SENDERS)
                .mapToObj(i -> Samples.unique(Samples.PHARMACY_FIRST))
                .toList();
        List<Integer> owing = List.of(4, 9, 14);
        Neighbours.CONSENT.optOut(PRACTICE);
        Map<Integer, String> duties = owing.stream()
                .collect(Collectors.toMap(i -> i, i -> send(pharmacy(i + 1), messages.get(i))
                        .statusCode(409)
                        .extract()
                        .path("fallback.id")));
        String another = send(pharmacy(owing.get(0) + 1), Samples.unique(Samples.PHARMACY_FIRST))
                .statusCode(409)
                .extract()
                .path("fallback.id");
        Neighbours.CONSENT.optIn(PRACTICE);

        together(messages).forEach(answer -> answer.statusCode(202));

        assertThat(statements()).isBetween(1L, SENDERS / 3L);
        duties.values().forEach(duty -> assertThat(delivered(duty)).isEqualTo(1));
        assertThat(delivered(another)).isZero();
    }

    private static long delivered(String duty) {
        try {
            return Tables.count("select count(*) from fallback where id = ?::uuid and closed_by = 'delivery'", duty);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static long seen(String organisation, String table, String id) throws SQLException {
        try (Connection tenant = Tables.asTenant();
                Statement statement = tenant.createStatement()) {
            statement.execute("set app.ods = '" + organisation + "'");
            return Tables.count(tenant, "select count(*) from " + table + " = ?::uuid", id);
        }
    }

    private static void refuseIdentifiers(String like, String state) throws SQLException {
        change("create or replace function refuse_for_a_test() returns trigger language plpgsql as $$ begin"
                + " raise exception 'refused' using errcode = '" + state + "'; end $$");
        change("create trigger refuse_for_a_test before insert on message for each row"
                + " when (new.identifier_value like '" + like + "') execute function refuse_for_a_test()");
    }

    private static void change(String statement) throws SQLException {
        try (Connection owner = Tables.as(SuiteDatabase.INGEST.owner());
                Statement change = owner.createStatement()) {
            change.execute(statement);
        }
    }
}

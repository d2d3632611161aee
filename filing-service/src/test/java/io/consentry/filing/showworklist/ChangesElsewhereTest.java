package io.consentry.filing.showworklist;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.filing.IngestStandIn;
import io.consentry.filing.OpenPage;
import io.consentry.filing.showworklist.ShownChanges.Change;
import io.consentry.filing.showworklist.ShownChanges.News;
import io.consentry.postgres.SuiteDatabase;
import io.consentry.testing.PostgresAndKeys;
import io.consentry.testing.SilentPostgres;
import io.consentry.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(IngestStandIn.class)
@QuarkusTestResource(value = SilentPostgres.class, restrictToAnnotatedClass = true)
class ChangesElsewhereTest {

    @Inject
    ShownChanges changes;

    @Inject
    ChangesElsewhere elsewhere;

    @Test
    void changeElsewhere_isHeard_alsoAfterTheLineHasGoneUnnoticed() {
        List<News> heard = new CopyOnWriteArrayList<>();
        Cancellable page = changes.of("LSTN01").subscribe().with(heard::add);
        try {
            isHeard(heard, "before");
            SilentPostgres.line().forgetConnections();
            isHeard(heard, "after");
        } finally {
            SilentPostgres.line().speakAgain();
            page.cancel();
        }
    }

    @Test
    void manyChangesOfATransaction_areAllHeard_byPiecesThatTheDatabasePassesOn() throws Exception {
        List<Change> many = IntStream.range(0, 500)
                .mapToObj(number -> new Change("LSTN03", UUID.randomUUID().toString(), number))
                .toList();
        try (Connection database = PostgresAndKeys.postgres()
                        .connect(SuiteDatabase.FILING, SuiteDatabase.FILING.runtime(), PostgresAndKeys.PASSWORD);
                Statement listen = database.createStatement()) {
            listen.execute("listen worklist_change");
            elsewhere.tell(database, many);
            PGNotification[] passedOn = database.unwrap(PGConnection.class).getNotifications(5000);

            assertThat(passedOn).hasSizeLessThan(many.size() / 10);
            List<News> heard = new CopyOnWriteArrayList<>();
            Cancellable page = changes.of("LSTN03").subscribe().with(heard::add);
            try {
                for (PGNotification told : passedOn) {
                    tellElsewhere(told.getParameter().replaceFirst("^\\S+", "another-process"));
                }
                await().atMost(30, SECONDS)
                        .untilAsserted(() -> assertThat(heard).containsAll(many));
            } finally {
                page.cancel();
            }
        }
    }

    @Test
    void openPage_isToldToReadAgain_afterTheLineWasLost() throws Exception {
        OpenPage page = OpenPage.at("LSTN02", TestTokens.of("practice", "LSTN02"));
        CompletableFuture<String> first = page.firstLine("event:");
        try {
            SilentPostgres.line().forgetConnections();

            assertThat(first.get(30, SECONDS)).isEqualTo("event:read-again");
            assertThat(page.firstLine("data:").get(10, SECONDS)).isEqualTo("data:{}");
        } finally {
            SilentPostgres.line().speakAgain();
        }
    }

    /** Told again and again, since what is told while nobody listens is heard by nobody. */
    private static void isHeard(List<News> heard, String item) {
        await().atMost(30, SECONDS).pollInterval(1, SECONDS).untilAsserted(() -> {
            tellElsewhere("another-process LSTN01 " + item + " 1");
            assertThat(heard).contains(new Change("LSTN01", item, 1));
        });
    }

    private static void tellElsewhere(String change) throws SQLException {
        try (Connection elsewhere = PostgresAndKeys.postgres()
                        .connect(SuiteDatabase.FILING, SuiteDatabase.FILING.runtime(), PostgresAndKeys.PASSWORD);
                Statement tell = elsewhere.createStatement()) {
            tell.execute("select pg_notify('worklist_change', '" + change + "')");
        }
    }
}

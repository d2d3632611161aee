package io.consentry.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consentry.testing.CountedPostgres;
import io.consentry.testing.OverheardDatabase.AskedTogether;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an act costs is how often the service goes to the database for it. These numbers were reached on purpose; who needs
 * more should know why.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(value = CountedPostgres.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(IngestStandIn.class)
class CostOfFilingTest {

    private static final int TIMES = 4;

    /** The item with its consultation, and what its practice has settled. */
    private static final int READING = 1;
    /** The item with its history. */
    private static final int READING_AGAIN = 1;
    /** The item's past, with the beginning; its event; the outcome to tell; the commit. */
    private static final int DECIDING = 4;
    /** In the same transaction: the row, before and after; history; other processes. */
    private static final int SHOWING = 4;
    /** The projection comes by as it does anyhow; it may look once more for each. */
    private static final int PASSING_OVER = 1;

    private final String practice = SentMessage.anyPractice();
    private final Reviewer ada = Reviewer.at(practice);
    private Set<String> always = Set.of();

    /** Connections have their statements prepared, and what background work asks is known. */
    @BeforeEach
    void settle() throws InterruptedException {
        Reviewer.giveAnHourToUndo(practice);
        for (String item : received(10)) {
            file(item);
        }
        CountedPostgres.line().forget();
        Thread.sleep(3_000);
        always = CountedPostgres.line().statementsHeard();
    }

    private List<String> received(int count) {
        List<String> items = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            items.add(SentMessage.to(practice).send());
        }
        items.forEach(ada::awaitItem);
        return items;
    }

    private void file(String item) {
        ada.file(item, "\"0\"", "{}").then().statusCode(200);
    }

    @Test
    void filing_asksTheDatabaseNoOftenerThanItMust() throws InterruptedException {
        List<String> items = received(TIMES);
        Thread.sleep(500);
        CountedPostgres.line().forget();

        items.forEach(this::file);

        Thread.sleep(500);
        List<AskedTogether> asked = CountedPostgres.line().heardBeside(always);
        assertThat(roundTrips(asked))
                .as("round trips of %d filings: %s", TIMES, asked)
                .isBetween(
                        TIMES * (READING + DECIDING + SHOWING + READING_AGAIN),
                        TIMES * (READING + DECIDING + SHOWING + PASSING_OVER + READING_AGAIN));
    }

    @Test
    void filing_readsNothingAgain_whereNobodyWantsTheItem() throws InterruptedException {
        List<String> items = received(TIMES);
        Thread.sleep(500);
        CountedPostgres.line().forget();

        items.forEach(item -> ada.fileWithoutAnswer(item, "\"0\"").then().statusCode(204));

        Thread.sleep(500);
        List<AskedTogether> asked = CountedPostgres.line().heardBeside(always);
        assertThat(roundTrips(asked))
                .as("round trips of %d filings: %s", TIMES, asked)
                .isBetween(
                        TIMES * (READING + DECIDING + SHOWING), TIMES * (READING + DECIDING + SHOWING + PASSING_OVER));
    }

    /** An opt-out since stands in no act's way. */
    @Test
    void acting_doesNotAskWhatThePracticeDecided() {
        String elsewhere = SentMessage.anyPractice();
        Reviewer eve = Reviewer.at(elsewhere);
        String item = SentMessage.to(elsewhere).send();
        String other = SentMessage.to(elsewhere).send();

        await().until(() -> eve.file(item, "\"0\"", "{}").statusCode() == 200);

        assertThat(IngestStandIn.wasAskedAbout(elsewhere)).isFalse();
        await().until(() -> eve.open(other).statusCode() == 200);
        assertThat(IngestStandIn.wasAskedAbout(elsewhere)).isTrue();
    }

    @Test
    void actsThatComeAtOnce_shareTheWayToTheDatabase() throws Exception {
        int acts = 32;
        List<String> items = received(acts);
        Thread.sleep(500);
        CountedPostgres.line().forget();

        ExecutorService reviewers = Executors.newFixedThreadPool(acts);
        try {
            for (Future<?> done : reviewers.invokeAll(items.stream()
                    .map(item -> Executors.callable(() -> file(item)))
                    .toList())) {
                done.get();
            }
        } finally {
            reviewers.shutdown();
        }

        Thread.sleep(500);
        List<AskedTogether> asked = CountedPostgres.line().heardBeside(always);
        assertThat(roundTrips(asked))
                .as("round trips of %d filings at once: %s", acts, asked)
                .isLessThan(acts * (READING + DECIDING + SHOWING + READING_AGAIN) / 2);
    }

    @Test
    void aPage_isOneQuestion() throws InterruptedException {
        received(3);
        ada.list("?limit=2").then().statusCode(200);
        Thread.sleep(500);
        CountedPostgres.line().forget();

        for (int time = 0; time < TIMES; time++) {
            ada.list("?limit=2").then().statusCode(200);
        }

        List<AskedTogether> asked = CountedPostgres.line().heardBeside(always);
        assertThat(roundTrips(asked)).as("%s", asked).isEqualTo(TIMES);
    }

    @Test
    void receivingMany_costsNoMoreThanReceivingOne() {
        CountedPostgres.line().forget();
        received(1);
        int one = receiving();
        CountedPostgres.line().forget();

        List<String> many = received(60);

        // They may come in a few batches, since the feed is read while they are sent.
        assertThat(receiving())
                .as("round trips for 60 items, when one takes %d", one)
                .isLessThanOrEqualTo(12 * one);
    }

    /** Round trips of the transactions that store what was received. */
    private static int receiving() {
        return roundTrips(CountedPostgres.line().heard().stream()
                .filter(asked -> asked.statements().stream()
                        .anyMatch(statement ->
                                statement.toLowerCase(java.util.Locale.ROOT).contains("insert into item_content")))
                .toList());
    }

    private static int roundTrips(List<AskedTogether> asked) {
        return asked.stream().mapToInt(AskedTogether::roundTrips).sum();
    }
}

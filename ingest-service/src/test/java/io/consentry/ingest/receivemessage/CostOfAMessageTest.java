package io.consentry.ingest.receivemessage;

import static io.consentry.ingest.Sending.xml;
import static org.assertj.core.api.Assertions.assertThat;

import io.consentry.ingest.Samples;
import io.consentry.ingest.neighbours.Neighbours;
import io.consentry.testing.CountedPostgres;
import io.consentry.testing.OverheardDatabase.AskedTogether;
import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What accepting one message costs, counted and not timed. Whoever makes it cheaper changes the numbers here; whoever
 * makes it dearer has to say why.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
@QuarkusTestResource(value = CountedPostgres.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(Neighbours.class)
class CostOfAMessageTest {

    private static final String PRACTICE = "COST01";
    private static final int MESSAGES = 20;

    /** What is known of it already: one statement by itself. */
    private static final AskedTogether RECOGNISED = new AskedTogether(1, List.of("recognised"));
    /** The message with all that belongs to it: one statement, which is its own transaction. */
    private static final AskedTogether KEPT = new AskedTogether(1, List.of("kept"));

    @Test
    void acceptedMessage_costsTwoTransactions_andOneQuestionToConsent() throws InterruptedException {
        Neighbours.CONSENT.comeBack();
        Neighbours.CONSENT.optIn(PRACTICE);
        accept(20);
        Thread.sleep(500);
        CountedPostgres.line().forget();
        Thread.sleep(3000);
        Set<String> always = CountedPostgres.line().statementsHeard();
        CountedPostgres.line().forget();
        int asked = Neighbours.CONSENT.timesAsked();

        accept(MESSAGES);

        Thread.sleep(500);
        assertThat(Neighbours.CONSENT.timesAsked() - asked).isEqualTo(MESSAGES);
        List<AskedTogether> heard = CountedPostgres.line().heardBeside(always).stream()
                .map(CostOfAMessageTest::named)
                .toList();
        assertThat(heard).filteredOn(RECOGNISED::equals).hasSize(MESSAGES);
        assertThat(heard).filteredOn(KEPT::equals).hasSize(MESSAGES);
        assertThat(heard)
                .as("and nothing else, but what is looked up again from time to time")
                .filteredOn(together -> !together.equals(RECOGNISED) && !together.equals(KEPT))
                .hasSizeLessThan(MESSAGES / 2);
    }

    private static AskedTogether named(AskedTogether together) {
        return new AskedTogether(
                together.roundTrips(),
                together.statements().stream().map(CostOfAMessageTest::name).toList());
    }

    private static String name(String statement) {
        return statement.contains("similar_known")
                ? "recognised"
                : statement.contains("insert into message (") ? "kept" : statement.strip();
    }

    private static void accept(int messages) {
        Collections.nCopies(messages, PRACTICE)
                .forEach(practice ->
                        xml(practice, Samples.unique(Samples.PHARMACY_FIRST)).statusCode(202));
    }
}

package io.consentry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class TenantReadsTest {

    private static final TenantQuestion LETTERS =
            TenantQuestion.of("select l.id, l.ods from letter l where l.ods = tenant.ods", "id desc");
    /** Asks for everybody's, and compares with the organisation only so that it depends on it. */
    private static final TenantQuestion EVERYBODYS =
            TenantQuestion.of("select l.ods from letter l where l.ods >= '' or l.ods = tenant.ods", "");

    @Inject
    TenantReads reads;

    @Inject
    Pool pool;

    private List<Row> ask(String ods, TenantQuestion question) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> reads.as(ods, question));
    }

    @Test
    void rows_areInTheOrderAskedFor() throws Throwable {
        List<Long> ids =
                ask("Z00001", LETTERS).stream().map(row -> row.getLong("id")).toList();
        assertThat(ids).hasSize(20).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void nobodySeesAnothersRow_whenTwentyOrganisationsShareFiveConnections() throws Throwable {
        List<Integer> turns = IntStream.range(0, 1_000).boxed().toList();
        List<Boolean> answers = VertxContextSupport.subscribeAndAwait(() -> Multi.createFrom()
                .iterable(turns)
                .onItem()
                .transformToUni(turn -> reads.as("Z0000" + turn % 20, EVERYBODYS)
                        .map(rows -> rows.size() == 20
                                && rows.stream()
                                        .allMatch(row -> row.getString(0).equals("Z0000" + turn % 20))))
                .merge(100)
                .collect()
                .asList());
        assertThat(answers).hasSize(1_000).containsOnly(true);
    }

    @Test
    void nobodySeesAnothersRow_whenTwentyOrganisationsShareStatements() throws Throwable {
        GatheredQuestion everybodys = reads.gathered(TenantQuestion.aboutOne(
                "select l.ods, asked.id from letter l where l.ods >= '' or l.ods = tenant.ods", ""));
        List<Integer> turns = IntStream.range(0, 1_000).boxed().toList();

        List<Boolean> answers = VertxContextSupport.subscribeAndAwait(() -> Multi.createFrom()
                .iterable(turns)
                .onItem()
                .transformToUni(turn -> everybodys
                        .ask("Z0000" + turn % 20, "turn " + turn)
                        .map(rows -> rows.size() == 20
                                && rows.stream()
                                        .allMatch(row -> row.getString(0).equals("Z0000" + turn % 20)
                                                && row.getString(1).equals("turn " + turn))))
                .merge(100)
                .collect()
                .asList());

        assertThat(answers).hasSize(1_000).containsOnly(true);
    }

    @Test
    void eachAnswer_isInTheOrderAskedFor_andNoneWhereNothingIs() throws Throwable {
        GatheredQuestion letters = reads.gathered(TenantQuestion.aboutOne(
                "select l.id from letter l where l.ods = tenant.ods and asked.id = 'any'", "id desc"));

        List<List<Row>> answers = VertxContextSupport.subscribeAndAwait(() -> Uni.join()
                .all(letters.ask("Z00001", "any"), letters.ask("Z00001", "none"), letters.ask("Z00002", "any"))
                .andFailFast());

        assertThat(answers.get(1)).isEmpty();
        for (int place : new int[] {0, 2}) {
            assertThat(answers.get(place).stream().map(row -> row.getLong(0)))
                    .hasSize(20)
                    .isSortedAccordingTo((one, other) -> other.compareTo(one));
        }
    }

    @Test
    void aQuestionThatTheDatabaseRefuses_failsAlone() throws Throwable {
        GatheredQuestion letters = reads.gathered(
                TenantQuestion.aboutOne("select 1 / asked.id::int from letter l where l.ods = tenant.ods", ""));

        List<String> answers = VertxContextSupport.subscribeAndAwait(() -> Uni.join()
                .all(IntStream.range(0, 40)
                        .mapToObj(number -> letters.ask("Z00001", String.valueOf(number))
                                .map(rows -> "answered")
                                .onFailure()
                                .recoverWithItem("refused"))
                        .toList())
                .andFailFast());

        assertThat(answers).startsWith("refused").hasSize(40);
        assertThat(answers.subList(1, 40)).containsOnly("answered");
    }

    @Test
    void theOrganisation_isForgottenWithTheStatement() throws Throwable {
        for (int time = 0; time < 20; time++) {
            ask("Z00001", LETTERS);
            assertThat(VertxContextSupport.subscribeAndAwait(
                            () -> pool.query("select id from letter").execute()))
                    .isEmpty();
        }
    }

    @Test
    void aStatementThatRunsTooLong_isEndedByTheDatabase() {
        assertThatThrownBy(() -> ask(
                        "Z00001",
                        TenantQuestion.of("select pg_sleep(30)::text from letter l where l.ods = tenant.ods", "")))
                .hasMessageContaining("statement timeout");
    }

    @Test
    void aQuestion_isRefused_thatDoesNotDependOnWhoAsks() {
        assertThatThrownBy(() -> TenantQuestion.of("select id from letter", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TenantQuestion.aboutOne("select id from letter where id = asked.id", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

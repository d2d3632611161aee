package io.consentry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
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
    }
}

package io.consentry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consentry.testing.PostgresAndKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAndKeys.class)
class TenantTransactionsTest {

    @Inject
    TenantTransactions transactions;

    @Inject
    Mutiny.SessionFactory sessions;

    @Test
    void nobodySeesAnothersRow_whenTwentyOrganisationsShareFiveConnections() throws Throwable {
        List<Integer> turns = IntStream.range(0, 1_000).boxed().toList();
        List<List<Letter>> answers = VertxContextSupport.subscribeAndAwait(() -> Multi.createFrom()
                .iterable(turns)
                .onItem()
                .transformToUni(turn -> lettersOf("Z0000" + turn % 20)
                        .invoke(letters -> assertThat(letters).hasSize(20).allSatisfy(letter -> assertThat(letter.ods)
                                .isEqualTo("Z0000" + turn % 20))))
                .merge(100)
                .collect()
                .asList());
        assertThat(answers).hasSize(1_000);
    }

    @Test
    void nobodySeesAnything_outsideATransactionOfAnOrganisation() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> lettersOf("Z00001"));
        List<Letter> letters = VertxContextSupport.subscribeAndAwait(() -> sessions.withStatelessTransaction(session ->
                session.createSelectionQuery("from Letter", Letter.class).getResultList()));
        assertThat(letters).isEmpty();
    }

    @Test
    void aRowOfAnotherOrganisation_cannotBeWritten() {
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(
                        () -> transactions.as("Z00001", session -> session.createNativeQuery(
                                        "insert into letter values (1000, 'Z00002', 'forged')")
                                .executeUpdate())))
                .hasMessageContaining("row-level security");
    }

    @Test
    void everybodyIsStillAnswered_afterHundredsOfClientsWentAway() throws Throwable {
        for (int i = 0; i < 300; i++) {
            CompletableFuture<Cancellable> client = new CompletableFuture<>();
            VertxContextSupport.subscribe(
                    () -> Multi.createFrom().uni(sleepAWhile()),
                    subscription -> client.complete(subscription.with(answer -> {})));
            Cancellable connected = client.get(5, TimeUnit.SECONDS);
            // Each at another moment of its transaction.
            Thread.sleep(i % 12);
            connected.cancel();
        }
        List<Letter> letters = VertxContextSupport.subscribeAndAwait(() ->
                lettersOf("Z00001").ifNoItem().after(Duration.ofSeconds(20)).fail());
        assertThat(letters).hasSize(20);
    }

    @Test
    void aStatementThatRunsTooLong_isEndedByTheDatabase() {
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> transactions.as(
                        "Z00001", session -> session.createNativeQuery("select pg_sleep(30)::text", String.class)
                                .getResultList())))
                .hasMessageContaining("statement timeout");
    }

    private Uni<List<String>> sleepAWhile() {
        return transactions.as(
                "Z00001", session -> session.createNativeQuery("select pg_sleep(0.005)::text", String.class)
                        .getResultList());
    }

    private Uni<List<Letter>> lettersOf(String ods) {
        return transactions.as(ods, session -> session.createSelectionQuery("from Letter", Letter.class)
                .getResultList());
    }
}

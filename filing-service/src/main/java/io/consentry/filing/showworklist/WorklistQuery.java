package io.consentry.filing.showworklist;

import io.consentry.database.TenantTransactions;
import io.consentry.filing.keepcontent.ContentVault;
import io.consentry.filing.keepcontent.SealedPart;
import io.consentry.filing.threads.OffTheEventLoop;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads the worklist as one practice, under row-level security. */
@Singleton
class WorklistQuery {

    private final TenantTransactions transactions;
    private final ContentVault vault;

    WorklistQuery(TenantTransactions transactions, ContentVault vault) {
        this.transactions = transactions;
        this.vault = vault;
    }

    /** One page, and where the next begins. */
    Uni<WorklistPage> page(String practice, WorklistFilter filter, @Nullable PageKey after, int limit) {
        PageStatement statement = new PageStatement(practice, filter, after);
        return transactions
                .as(practice, session -> rows(session, statement, limit + 1))
                .chain(rows -> OffTheEventLoop.call(() -> page(rows, limit)));
    }

    private static Uni<List<Object[]>> rows(Mutiny.StatelessSession session, PageStatement statement, int limit) {
        Mutiny.SelectionQuery<Object[]> query =
                session.createSelectionQuery(statement.hql(), Object[].class).setMaxResults(limit);
        statement.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    private WorklistPage page(List<Object[]> rows, int limit) {
        List<Object[]> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit
                ? PageKey.of((WorklistItem) rows.get(limit - 1)[0]).encoded()
                : null;
        return new WorklistPage(
                shown.stream()
                        .map(row -> WorklistRow.of(
                                (WorklistItem) row[0],
                                Optional.ofNullable((SealedPart) row[1])
                                        .map(vault::openSummary)
                                        .orElse(null)))
                        .toList(),
                next);
    }
}

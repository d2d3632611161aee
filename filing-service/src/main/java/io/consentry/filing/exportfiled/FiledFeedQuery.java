package io.consentry.filing.exportfiled;

import io.consentry.database.TenantTransactions;
import io.consentry.filing.item.Actor;
import io.consentry.web.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads a practice's feed, and keeps what its clinical system says of it. */
@Singleton
class FiledFeedQuery {

    private static final String LAST = "select coalesce(max(position), 0) from filed_feed where practice = ?1";
    private static final String IMPORTED = "select max(up_to) from filed_import where practice = ?1";
    private static final String ACKNOWLEDGE = "insert into filed_import (practice, up_to, said_by) values (?1, ?2, ?3)";

    private final TenantTransactions transactions;

    FiledFeedQuery(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    Uni<FiledPage> after(String practice, long position, int limit) {
        return transactions.as(practice, session -> entries(session, practice, position, limit)
                .chain(entries -> imported(session, practice).map(imported -> page(entries, position, imported))));
    }

    Uni<ImportedUpTo> acknowledge(String practice, long upTo, Actor by) {
        return transactions.as(practice, session -> number(session, LAST, practice)
                .invoke(last -> {
                    if (upTo > last) {
                        throw ProblemType.BAD_REQUEST.because("upTo is beyond the last position of the feed.");
                    }
                })
                .chain(() -> session.createNativeQuery(ACKNOWLEDGE)
                        .setParameter(1, practice)
                        .setParameter(2, upTo)
                        .setParameter(3, by.id())
                        .executeUpdate())
                .map(rows -> new ImportedUpTo(upTo)));
    }

    private static Uni<List<FiledEntry>> entries(
            Mutiny.StatelessSession session, String practice, long position, int limit) {
        return session.createSelectionQuery(
                        "from FiledEntry where id.practice = :practice and id.position > :position order by id.position",
                        FiledEntry.class)
                .setParameter("practice", practice)
                .setParameter("position", position)
                .setMaxResults(limit)
                .getResultList();
    }

    private static Uni<Long> imported(Mutiny.StatelessSession session, String practice) {
        return number(session, IMPORTED, practice);
    }

    private static Uni<Long> number(Mutiny.StatelessSession session, String question, String practice) {
        return session.createNativeQuery(question, Long.class)
                .setParameter(1, practice)
                .getSingleResultOrNull();
    }

    private static FiledPage page(List<FiledEntry> entries, long position, @Nullable Long imported) {
        long next = entries.isEmpty()
                ? position
                : entries.get(entries.size() - 1).id.position();
        return new FiledPage(entries.stream().map(FiledPage.Filed::of).toList(), next, imported);
    }
}

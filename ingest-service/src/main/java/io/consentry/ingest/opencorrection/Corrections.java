package io.consentry.ingest.opencorrection;

import io.consentry.database.TenantTransactions;
import io.consentry.ingest.keepmessage.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sender's duties to correct: lists them and closes them, in the sender's name. */
@Singleton
class Corrections {

    private static final String CLOSE = """
            update correction set closed_at = ?1, action = ?2, taken_at = ?3, reference = ?4
            where id = ?5 and closed_at is null""";

    private final TenantTransactions transactions;
    private final CorrectionConfig config;
    private final Clock clock;

    Corrections(TenantTransactions transactions, CorrectionConfig config, Clock clock) {
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    /** A page, the oldest first; of every status where none is given. */
    Uni<Correction.Page> page(String pharmacy, @Nullable String status, UUID after, int limit) {
        return transactions
                .as(pharmacy, session -> {
                    var query = session.createSelectionQuery(
                                    "from OpenedCorrection where sender = ?1 and id > ?2" + condition(status)
                                            + " order by id",
                                    OpenedCorrection.class)
                            .setParameter(1, pharmacy)
                            .setParameter(2, after);
                    if (Correction.OVERDUE.equals(status)) {
                        query.setParameter(3, clock.instant().minus(config.overdueAfter()));
                    }
                    return query.setMaxResults(limit + 1).getResultList();
                })
                .map(found -> page(found, limit));
    }

    private static String condition(@Nullable String status) {
        if (status == null) {
            return "";
        }
        return switch (status) {
            case Correction.OPEN -> " and closedAt is null";
            case Correction.OVERDUE -> " and closedAt is null and openedAt < ?3";
            default -> " and closedAt is not null";
        };
    }

    private Correction.Page page(List<OpenedCorrection> found, int limit) {
        Page<OpenedCorrection> page = Page.of(found, limit, row -> row.id);
        return new Correction.Page(page.rows().stream().map(this::told).toList(), page.next());
    }

    private Correction told(OpenedCorrection row) {
        return Correction.of(row, clock.instant(), config.overdueAfter());
    }

    /** Closes a duty, unless it is closed; as it stands then, or null where the pharmacy has none with this id. */
    Uni<@Nullable Correction> close(
            String pharmacy, UUID id, CorrectiveAction action, Instant takenAt, String reference) {
        return transactions.as(pharmacy, session -> session.createNativeQuery(CLOSE)
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, action.word())
                .setParameter(3, takenAt.atOffset(ZoneOffset.UTC))
                .setParameter(4, reference)
                .setParameter(5, id)
                .executeUpdate()
                .chain(() -> session.createSelectionQuery("from OpenedCorrection where id = ?1", OpenedCorrection.class)
                        .setParameter(1, id)
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : told(row)));
    }
}

package io.consentry.ingest.openfallback;

import io.consentry.database.TenantTransactions;
import io.consentry.database.TimeOrderedId;
import io.consentry.ingest.keepmessage.MessageKey;
import io.consentry.ingest.keepmessage.NewMessage;
import io.consentry.ingest.keepmessage.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens duties, lists them and closes them. Sending a refused message again opens no second one.
 *
 * <p>Source: GP Connect Update Record, after response code 20010 the sender delivers the consultation as a PDF.
 */
@Singleton
public class FallbackDuties {

    /** A duty that stands comes back; it goes where the practice wants it now. */
    private static final String OPEN = """
            insert into fallback (id, sender, practice, service, identifier_system, identifier_value,
                                  channel, address, opened_at, document)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7,
                    coalesce((select a.address from fallback_address a where a.practice = ?3), ?8), ?9,
                    decode(?10, 'hex'))
            on conflict (sender, practice, identifier_system, identifier_value) where closed_at is null
            do update set channel = excluded.channel, address = excluded.address
            returning id, channel, address""";

    private static final String PROVE = """
            update fallback set closed_at = ?1, closed_by = 'proof', proof_channel = ?2, proof_sent_at = ?3,
                                proof_reference = ?4
            where id = ?5 and closed_at is null""";

    /** A replica whose clock is ahead may have opened a duty in what is the future here. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final TenantTransactions transactions;
    private final FallbackConfig config;
    private final Clock clock;

    FallbackDuties(TenantTransactions transactions, FallbackConfig config, Clock clock) {
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    /** The open duty about this message, opened now unless it is. */
    public Uni<Fallback> open(NewMessage message) {
        MessageKey key = message.key();
        return transactions
                .as(key.sender(), session -> session.createNativeQuery(OPEN, Object[].class)
                        .setParameter(1, TimeOrderedId.at(message.receivedAt()))
                        .setParameter(2, key.sender())
                        .setParameter(3, message.practice())
                        .setParameter(4, message.service())
                        .setParameter(5, key.system())
                        .setParameter(6, key.value())
                        .setParameter(7, config.channel())
                        .setParameter(8, config.address())
                        .setParameter(9, message.receivedAt().atOffset(ZoneOffset.UTC))
                        .setParameter(10, message.prints().document())
                        .getSingleResult())
                .map(row -> new Fallback((UUID) row[0], (String) row[1], (String) row[2]));
    }

    /** A page of a pharmacy's duties, the oldest first; of every status where none is given. */
    Uni<Duty.Page> page(String pharmacy, @Nullable String status, UUID after, int limit) {
        return transactions
                .as(pharmacy, session -> session.createSelectionQuery(
                                "from OpenedFallback where sender = ?1 and id > ?2 and openedAt < ?3"
                                        + condition(status) + " order by id",
                                OpenedFallback.class)
                        .setParameter(1, pharmacy)
                        .setParameter(2, after)
                        .setParameter(3, openedBefore(status))
                        .setMaxResults(limit + 1)
                        .getResultList())
                .map(found -> page(found, limit));
    }

    private static String condition(@Nullable String status) {
        if (status == null) {
            return "";
        }
        return switch (status) {
            case Duty.OPEN, Duty.OVERDUE -> " and closedAt is null";
            case Duty.PROVEN -> " and closedBy = 'proof'";
            default -> " and closedBy = 'delivery'";
        };
    }

    private Instant openedBefore(@Nullable String status) {
        Instant now = clock.instant();
        return Duty.OVERDUE.equals(status) ? now.minus(config.overdueAfter()) : now.plus(CLOCKS_DIFFER);
    }

    private Duty.Page page(List<OpenedFallback> found, int limit) {
        Page<OpenedFallback> page = Page.of(found, limit, row -> row.id);
        return new Duty.Page(page.rows().stream().map(this::told).toList(), page.next());
    }

    private Duty told(OpenedFallback row) {
        return Duty.of(row, clock.instant(), config.overdueAfter());
    }

    /** Closes a duty, unless it is closed; the duty as it stands then, or null where the pharmacy has none with this id. */
    Uni<@Nullable Duty> prove(String pharmacy, UUID id, String channel, Instant sentAt, String reference) {
        return transactions.as(pharmacy, session -> session.createNativeQuery(PROVE)
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, channel)
                .setParameter(3, sentAt.atOffset(ZoneOffset.UTC))
                .setParameter(4, reference)
                .setParameter(5, id)
                .executeUpdate()
                .chain(() -> session.createSelectionQuery("from OpenedFallback where id = ?1", OpenedFallback.class)
                        .setParameter(1, id)
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : told(row)));
    }
}

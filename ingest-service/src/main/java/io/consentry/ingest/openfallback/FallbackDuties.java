package io.consentry.ingest.openfallback;

import io.consentry.database.TenantTransactions;
import io.consentry.ingest.keepmessage.MessageKey;
import io.consentry.ingest.keepmessage.TimeOrderedId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Opens duties. Sending a refused message again opens no second one.
 *
 * <p>Source: GP Connect Update Record, after response code 20010 the sender delivers the consultation as a PDF.
 */
@Singleton
public class FallbackDuties {

    /** The conflict's update changes nothing: it makes the standing row's id come back. */
    private static final String OPEN = """
            insert into fallback (id, sender, practice, service, identifier_system, identifier_value,
                                  channel, address, opened_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
            on conflict (sender, practice, identifier_system, identifier_value) where closed_at is null
            do update set closed_at = null
            returning id""";

    private final TenantTransactions transactions;
    private final FallbackConfig config;

    FallbackDuties(TenantTransactions transactions, FallbackConfig config) {
        this.transactions = transactions;
        this.config = config;
    }

    /** The open duty about this message, opened now unless it is. */
    public Uni<Fallback> open(MessageKey key, String practice, String service, Instant at) {
        return transactions
                .as(key.sender(), session -> session.createNativeQuery(OPEN, UUID.class)
                        .setParameter(1, TimeOrderedId.at(at))
                        .setParameter(2, key.sender())
                        .setParameter(3, practice)
                        .setParameter(4, service)
                        .setParameter(5, key.system())
                        .setParameter(6, key.value())
                        .setParameter(7, config.channel())
                        .setParameter(8, config.address())
                        .setParameter(9, at.atOffset(ZoneOffset.UTC))
                        .getSingleResult())
                .map(id -> new Fallback(id, config.channel(), config.address()));
    }
}

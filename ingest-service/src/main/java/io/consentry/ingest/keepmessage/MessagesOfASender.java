package io.consentry.ingest.keepmessage;

import io.consentry.database.TenantStatement;
import io.consentry.database.TenantTransactions;
import io.consentry.events.MessageAccepted;
import io.consentry.feed.PublishedEventJson;
import io.consentry.feed.publish.FeedSignal;
import io.consentry.ingest.askconsent.Decision;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a sender's messages, in the sender's name.
 *
 * <p>Everything that makes a message durable is one statement and one commit: the row, its sealed content, its first
 * step and its announcement. Of many attempts to keep the same message one succeeds, and the others learn that they did
 * not.
 */
@Singleton
public class MessagesOfASender {

    private static final String KEEP = """
            with kept as (
                insert into message (id, sender, practice, service, identifier_system, identifier_value, source,
                                     content_type, content_hmac, content_sha256, urgent, flags, received_at,
                                     status, decision_position, decision_at, document, composition, replaces, systems)
                select $1, $2, $3, $4, $5, $6, $7, $8, $9, decode($10, 'hex'), $11, $12, $13,
                       case when queued then 'held' else $14 end,
                       case when queued then null else $15::bigint end,
                       case when queued then null else $16::timestamptz end,
                       decode($25, 'hex'), decode($26, 'hex'), $27::uuid, string_to_array($28, E'\\n')
                from (select anything_is_held_for($3) as queued) queue
                on conflict do nothing
                returning id, sender, practice, status, received_at
            ), content as (
                insert into message_content (message_id, sender, original, original_key, consultation, consultation_key,
                                             patient, likeness)
                select id, sender, $17, $18, $19, $20, decode($29, 'hex'), decode($30, 'hex') from kept
            ), first_step as (
                insert into timeline_entry (message_id, sender, practice, status, at, reason, told_in)
                select id, sender, practice, status, received_at,
                       case when status = $14 then nullif($21, '') else 'queued-behind-held' end,
                       null::bigint
                from kept
            ), queued as (
                insert into held_message (message_id, practice) select id, practice from kept where status = 'held'
            ), announced as (
                insert into feed_event (id, type, subject, at, data)
                select $22, $23, id::text, received_at, $24 from kept where status = 'pending'
            ), delivered as (
                update fallback f set closed_at = k.received_at, closed_by = 'delivery'
                from kept k
                where k.status = 'pending' and f.closed_at is null and f.sender = k.sender
                  and f.practice = k.practice and f.identifier_system = $5 and f.identifier_value = $6
            )
            select status from kept""";

    private static final String HAS_DOCUMENT =
            "select exists (select from message where document = decode(?1, 'hex') and not declined)";

    private static final String FIND =
            "from KeptMessage where sender = ?1 and identifierSystem = ?2 and identifierValue = ?3 and declined = false";

    private final TenantTransactions transactions;
    private final TenantStatement statement;
    private final FeedSignal feed;

    MessagesOfASender(TenantTransactions transactions, TenantStatement statement, FeedSignal feed) {
        this.transactions = transactions;
        this.statement = statement;
        this.feed = feed;
    }

    /**
     * Keeps a message that a decision lets in: {@code pending}, or {@code held} when it queues behind others.
     *
     * @return the status it got; null when a message with its key, or with its document, is kept already
     */
    public Uni<@Nullable String> keep(NewMessage message, Decision decision) {
        return insert(message, MessageStatus.PENDING, decision, null).invoke(status -> {
            if (MessageStatus.PENDING.word().equals(status)) {
                feed.announced();
            }
        });
    }

    /**
     * Keeps a message about which consent cannot be asked now.
     *
     * @return the status it got; null when a message with its key, or with its document, is kept already
     */
    public Uni<@Nullable String> hold(NewMessage message) {
        return insert(message, MessageStatus.HELD, null, "consent-not-reachable");
    }

    /** The message kept under this key, or null. */
    public Uni<@Nullable KeptMessage> find(MessageKey key) {
        return transactions.as(key.sender(), session -> session.createSelectionQuery(FIND, KeptMessage.class)
                .setParameter(1, key.sender())
                .setParameter(2, key.system())
                .setParameter(3, key.value())
                .getSingleResultOrNull());
    }

    /** Whether the document is kept already, under whatever identifier of a message. */
    public Uni<Boolean> hasDocumentOf(NewMessage message) {
        String document = message.prints().document();
        return document == null
                ? Uni.createFrom().item(false)
                : transactions.as(
                        message.key().sender(), session -> session.createNativeQuery(HAS_DOCUMENT, Boolean.class)
                                .setParameter(1, document)
                                .getSingleResult());
    }

    private Uni<@Nullable String> insert(
            NewMessage message, MessageStatus status, @Nullable Decision decision, @Nullable String reason) {
        return statement
                .run(message.key().sender(), KEEP, parameters(message, status, decision, reason))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString(0));
    }

    private static Tuple parameters(
            NewMessage message, MessageStatus status, @Nullable Decision decision, @Nullable String reason) {
        MessageAccepted accepted = announcement(message, decision);
        return Tuple.tuple(Arrays.asList(
                message.id(),
                message.key().sender(),
                message.practice(),
                message.service(),
                message.key().system(),
                message.key().value(),
                message.source(),
                message.contentType(),
                Buffer.buffer(message.hmac().bytes()),
                message.sha256(),
                message.urgent(),
                message.flags(),
                message.receivedAt().atOffset(ZoneOffset.UTC),
                status.word(),
                decision == null ? null : decision.position(),
                decision == null ? null : decision.at().atOffset(ZoneOffset.UTC),
                Buffer.buffer(message.original().bytes()),
                message.original().keyId(),
                Buffer.buffer(message.consultation().bytes()),
                message.consultation().keyId(),
                Objects.requireNonNullElse(reason, ""),
                UUID.randomUUID(),
                PublishedEventJson.typeOf(accepted),
                PublishedEventJson.write(accepted),
                message.prints().document(),
                message.prints().composition(),
                message.replaces(),
                String.join("\n", message.systems()),
                message.prints().patient(),
                message.prints().likeness()));
    }

    private static MessageAccepted announcement(NewMessage message, @Nullable Decision decision) {
        return new MessageAccepted(
                message.id().toString(),
                message.practice(),
                message.key().sender(),
                message.service(),
                message.receivedAt(),
                decision == null ? 0 : decision.position(),
                message.urgent(),
                message.flags(),
                message.sha256(),
                replaced(message));
    }

    private static @Nullable String replaced(NewMessage message) {
        UUID replaces = message.replaces();
        return replaces == null ? null : replaces.toString();
    }
}

package io.consentry.ingest.tellsender;

import io.consentry.database.TenantTransactions;
import io.consentry.encryption.Vault;
import io.consentry.ingest.keepmessage.ContentPart;
import io.consentry.ingest.keepmessage.KeptMessage;
import io.consentry.ingest.keepmessage.MessageStatus;
import io.consentry.ingest.keepmessage.SenderNote;
import io.consentry.ingest.keepmessage.TimelineEntry;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads what became of messages, as one organisation: what is not its own is not there. */
@Singleton
class ToldMessages {

    private static final List<String> NEVER_DELIVERED =
            List.of(MessageStatus.HELD.word(), MessageStatus.DECLINED.word());
    private static final List<String> NEVER_REPLACED_ANYTHING =
            List.of(MessageStatus.HELD.word(), MessageStatus.DECLINED.word(), MessageStatus.WITHDRAWN.word());
    private static final String REJECTED = MessageStatus.REJECTED.word();
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final TenantTransactions transactions;
    private final Vault vault;

    ToldMessages(TenantTransactions transactions, Vault vault) {
        this.transactions = transactions;
        this.vault = vault;
    }

    /** The story of a message that the organisation sent, or received; null for any other. */
    Uni<@Nullable MessageStory> story(String organisation, UUID id) {
        return stored(organisation, id)
                .chain(story -> story == null || !REJECTED.equals(story.status())
                        ? Uni.createFrom().item(story)
                        : note(organisation, id)
                                .chain(note -> note == null ? Uni.createFrom().item(story) : opened(story, note)));
    }

    private Uni<@Nullable SenderNote> note(String organisation, UUID id) {
        return transactions.as(organisation, session -> session.get(SenderNote.class, id));
    }

    private Uni<MessageStory> opened(MessageStory story, SenderNote note) {
        return VertxContextSupport.executeBlocking(() -> {
            byte[] words = vault.open(ContentPart.NOTE.of(story.practice(), story.id()), note.sealed());
            return story.with(new String(words, StandardCharsets.UTF_8));
        });
    }

    private Uni<@Nullable MessageStory> stored(String organisation, UUID id) {
        return transactions.as(organisation, session -> session.createSelectionQuery(
                        "from KeptMessage where id = ?1 and (sender = ?2 or (practice = ?2 and status not in ?3))",
                        KeptMessage.class)
                .setParameter(1, id)
                .setParameter(2, organisation)
                .setParameter(3, NEVER_DELIVERED)
                .getSingleResultOrNull()
                .chain(message -> message == null ? Uni.createFrom().nullItem() : story(session, message)));
    }

    private static Uni<MessageStory> story(Mutiny.StatelessSession session, KeptMessage message) {
        return session.createSelectionQuery(
                        "select id from KeptMessage where replaces = ?1 and status not in ?2 order by id desc",
                        UUID.class)
                .setParameter(1, message.id())
                .setParameter(2, NEVER_REPLACED_ANYTHING)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .chain(replacedBy -> session.createSelectionQuery(
                                "from TimelineEntry where messageId = ?1 order by number", TimelineEntry.class)
                        .setParameter(1, message.id())
                        .getResultList()
                        .map(timeline -> MessageStory.of(message, replacedBy, timeline)));
    }

    /** A page of the messages that a pharmacy sent. */
    Uni<MessagePage> page(String pharmacy, @Nullable MessageStatus status, @Nullable UUID after, int limit) {
        String ofStatus = status == null ? "" : " and status = ?3";
        return transactions.as(pharmacy, session -> {
            var query = session.createSelectionQuery(
                            "from KeptMessage where sender = ?1 and id > ?2" + ofStatus + " order by id",
                            KeptMessage.class)
                    .setParameter(1, pharmacy)
                    .setParameter(2, after == null ? BEFORE_ALL : after);
            if (status != null) {
                query.setParameter(3, status.word());
            }
            return query.setMaxResults(limit + 1).getResultList().map(found -> MessagePage.of(found, limit));
        });
    }
}

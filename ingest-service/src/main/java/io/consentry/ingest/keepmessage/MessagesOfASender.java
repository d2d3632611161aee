package io.consentry.ingest.keepmessage;

import io.consentry.database.TenantTransactions;
import io.consentry.feed.publish.FeedSignal;
import io.consentry.ingest.askconsent.Decision;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps a sender's messages, and finds them again, in the sender's name. */
@Singleton
public class MessagesOfASender {

    private static final String HAS_DOCUMENT =
            "select exists (select from message where document = decode(?1, 'hex') and not declined)";

    private static final String FIND =
            "select id from message where identity = message_identity(?1, ?2, ?3) and not declined";

    private final TenantTransactions transactions;
    private final KeepTogether together;
    private final FeedSignal feed;

    MessagesOfASender(TenantTransactions transactions, KeepTogether together, FeedSignal feed) {
        this.transactions = transactions;
        this.together = together;
        this.feed = feed;
    }

    /** What is done with a message just before it is kept: others that are kept at the moment wait for it. */
    public <T> Uni<T> before(Uni<T> work) {
        return together.before(work);
    }

    /**
     * Keeps a message that a decision lets in: {@code pending}, or {@code held} when it queues behind others.
     *
     * @return the status it got; null when a message with its key, or with its document, is kept already
     */
    public Uni<@Nullable String> keep(NewMessage message, Decision decision) {
        return together.keep(new Keeping(message, decision)).invoke(status -> {
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
        return together.keep(new Keeping(message, null));
    }

    /** The message kept under this key, or null. */
    public Uni<@Nullable KeptMessage> find(MessageKey key) {
        return transactions.as(key.sender(), session -> session.createNativeQuery(FIND, UUID.class)
                .setParameter(1, key.sender())
                .setParameter(2, key.system())
                .setParameter(3, key.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNotNull()
                .transformToUni(id -> session.get(KeptMessage.class, id)));
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
}

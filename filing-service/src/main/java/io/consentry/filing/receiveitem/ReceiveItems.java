package io.consentry.filing.receiveitem;

import io.consentry.consultation.Consultation;
import io.consentry.consultation.Flag;
import io.consentry.events.MessageAccepted;
import io.consentry.events.MessageWithdrawn;
import io.consentry.eventstore.EventSourcing;
import io.consentry.feed.NumberedEvent;
import io.consentry.feed.follow.Effects;
import io.consentry.feed.follow.NotNowException;
import io.consentry.filing.askingest.Ingest;
import io.consentry.filing.askingest.Told;
import io.consentry.filing.indexcodes.CodeIndex;
import io.consentry.filing.indexcodes.CodeIndex.SystemOfItem;
import io.consentry.filing.item.Item;
import io.consentry.filing.item.ItemReceived;
import io.consentry.filing.item.ReplaceItem;
import io.consentry.filing.item.WithdrawItem;
import io.consentry.filing.keepcontent.Heading;
import io.consentry.filing.keepcontent.KeptContent;
import io.consentry.filing.recallitems.RecallLateItems;
import io.consentry.filing.searchitems.SearchIndex;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * Makes an item of each accepted message: event, sealed content and the feed's position in one transaction, for a whole
 * batch at once.
 *
 * <p>A message that is an item already changes nothing, nor does one that was taken back before, so a feed may be read
 * again from zero.
 */
@Singleton
class ReceiveItems implements Effects {

    private final EventSourcing events;
    private final KnownItems known;
    private final KeptContent content;
    private final SearchIndex search;
    private final CodeIndex codes;
    private final ReplacedBeforeTheyCame replaced;
    private final RecallLateItems recalled;
    private final Ingest ingest;

    ReceiveItems(
            EventSourcing events,
            KnownItems known,
            KeptContent content,
            SearchIndex search,
            CodeIndex codes,
            ReplacedBeforeTheyCame replaced,
            RecallLateItems recalled,
            Ingest ingest) {
        this.events = events;
        this.known = known;
        this.content = content;
        this.search = search;
        this.codes = codes;
        this.replaced = replaced;
        this.recalled = recalled;
        this.ingest = ingest;
    }

    /** What happened to messages happens to items in the same order, however many come at once. */
    @Override
    public void apply(Connection transaction, List<NumberedEvent> feed) throws SQLException, NotNowException {
        Map<String, MessageAccepted> fresh = withoutKnown(transaction, feed);
        if (!fresh.isEmpty()) {
            receive(transaction, fresh.values());
        }
        Map<String, ReplaceItem> late = replaced.take(transaction, fresh.keySet());
        for (NumberedEvent event : feed) {
            if (event.event() instanceof MessageWithdrawn withdrawn) {
                withdraw(withdrawn);
            } else if (event.event() instanceof MessageAccepted message && fresh.remove(message.messageId(), message)) {
                replaceOlder(transaction, message);
                Optional.ofNullable(late.get(message.messageId())).ifPresent(this::replace);
            }
        }
    }

    private void receive(Connection transaction, Collection<MessageAccepted> fresh)
            throws SQLException, NotNowException {
        Map<String, Told> told = ingest.consultations(
                fresh.stream().map(MessageAccepted::messageId).toList());
        List<KeptContent.Received> contents = new ArrayList<>();
        List<DomainEventMessage<ItemReceived>> received = new ArrayList<>();
        for (MessageAccepted message : fresh) {
            Told readable = told.get(message.messageId());
            if (readable == null) {
                throw new ContentIsGone(message.messageId());
            }
            Consultation consultation = readable.consultation();
            contents.add(new KeptContent.Received(message.messageId(), message.practice(), consultation));
            received.add(new GenericDomainEventMessage<>(
                    Item.class.getSimpleName(), message.messageId(), 0, received(message, consultation)));
        }
        content.keep(transaction, contents);
        search.add(transaction, contents);
        codes.add(transaction, contents);
        codes.addSystems(transaction, systems(told));
        events.eventStore().publish(received);
        recalled.flag(transaction, fresh);
    }

    private Map<String, MessageAccepted> withoutKnown(Connection transaction, List<NumberedEvent> feed)
            throws SQLException {
        Map<String, MessageAccepted> messages = new LinkedHashMap<>();
        for (NumberedEvent event : feed) {
            if (event.event() instanceof MessageAccepted message) {
                messages.putIfAbsent(message.messageId(), message);
            }
        }
        Set<String> already = known.among(transaction, messages.keySet());
        messages.keySet().removeAll(already);
        return messages;
    }

    private static List<SystemOfItem> systems(Map<String, Told> told) {
        List<SystemOfItem> systems = new ArrayList<>();
        told.forEach((item, message) -> {
            if (message.systems() != null) {
                message.systems().forEach(system -> systems.add(new SystemOfItem(system, item)));
            }
        });
        return systems;
    }

    private static ItemReceived received(MessageAccepted message, Consultation consultation) {
        List<Flag> flags = consultation.flags();
        return new ItemReceived(
                message.messageId(),
                message.practice(),
                message.pharmacy(),
                message.service(),
                message.at(),
                message.decisionPosition(),
                message.urgent(),
                consultation.entries().size(),
                flags.size(),
                IntStream.rangeClosed(1, flags.size())
                        .filter(number -> flags.get(number - 1).acknowledge())
                        .boxed()
                        .toList(),
                message.contentHash(),
                message.replaces(),
                requestedActions(consultation));
    }

    /** A message is announced before it is taken back: one that never became an item waits, parked, as its item does. */
    private void withdraw(MessageWithdrawn message) {
        if (!isItem(message.messageId())) {
            throw new IllegalStateException("Message " + message.messageId() + " was taken back and is no item");
        }
        events.send(
                new WithdrawItem(message.messageId(), message.practice(), message.reason(), message.at()), Map.of());
    }

    private static int requestedActions(Consultation consultation) {
        return (int) consultation.entries().stream()
                .filter(entry -> Heading.of(entry) == Heading.REQUESTED_ACTIONS)
                .count();
    }

    /**
     * In the same transaction: there is no moment at which both could be filed. What is no item yet is replaced when it
     * comes.
     */
    private void replaceOlder(Connection transaction, MessageAccepted message) throws SQLException {
        String older = message.replaces();
        if (older == null) {
            return;
        }
        if (isItem(older)) {
            replace(replacement(older, message));
            return;
        }
        for (String one : replaced.lineOf(transaction, older)) {
            ReplaceItem replacement = replacement(one, message);
            if (isItem(one)) {
                replace(replacement);
            } else {
                replaced.remember(transaction, replacement);
            }
        }
    }

    private boolean isItem(String messageId) {
        return events.eventStore().lastSequenceNumberFor(messageId).isPresent();
    }

    private void replace(ReplaceItem replacement) {
        events.send(replacement, Map.of());
    }

    private static ReplaceItem replacement(String older, MessageAccepted newer) {
        return new ReplaceItem(older, newer.practice(), newer.messageId(), newer.at());
    }
}

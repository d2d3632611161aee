package io.consentry.events;

/** What the filing service tells of an item, once it can no longer be undone. */
public sealed interface FilingEvent extends PublishedEvent
        permits ItemFiled, ItemRejected, FilingRetracted, ItemReplaced, ItemWithdrawn, ItemUnread {

    /** The message it is about: the id that the pharmacy was given. */
    String messageId();

    @Override
    default String subject() {
        return messageId();
    }
}

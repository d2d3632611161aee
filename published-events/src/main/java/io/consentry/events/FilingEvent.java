package io.consentry.events;

/** What the filing service tells of an item, once it can no longer be undone. */
public sealed interface FilingEvent extends PublishedEvent
        permits ItemFiled, ItemRejected, ItemReplaced, ItemWithdrawn {}

package io.consentry.events;

/** What the filing service tells of an item, once a person's act can no longer be undone. */
public sealed interface FilingEvent extends PublishedEvent permits ItemFiled, ItemRejected {}

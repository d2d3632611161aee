package io.consentry.gateway.console.settlework;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A kind of entry that a practice may have filed, or left out, where the reviewer does not say; in reading order. */
@RegisterForReflection
public enum EntryKind {
    NOTE("note", "written notes"),
    CONDITION("condition", "conditions"),
    OBSERVATION("observation", "observations"),
    MEDICINE("medicine", "medicines"),
    ATTACHMENT("attachment", "attachments");

    private final String key;
    private final String words;

    EntryKind(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** As the suite names it. */
    public String key() {
        return key;
    }

    /** As a person reads several of it. */
    public String words() {
        return words;
    }
}

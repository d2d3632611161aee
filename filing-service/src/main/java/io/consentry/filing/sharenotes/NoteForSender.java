package io.consentry.filing.sharenotes;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Words that a rejection named for the sender.
 *
 * @param messageId the message that was rejected
 * @param noteId as the rejection named it
 * @param note the words, at most 280 characters
 */
@RegisterForReflection
record NoteForSender(String messageId, String noteId, String note) {

    /** Prints none of the words. */
    @Override
    public String toString() {
        return "NoteForSender[" + noteId + "]";
    }
}

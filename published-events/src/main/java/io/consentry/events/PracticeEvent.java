package io.consentry.events;

/** What a practice settled for itself and other services go by. */
public sealed interface PracticeEvent extends PublishedEvent permits FallbackAddressSet {

    @Override
    default String subject() {
        return "practice/" + practice();
    }
}

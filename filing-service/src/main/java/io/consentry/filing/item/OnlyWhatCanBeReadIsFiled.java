package io.consentry.filing.item;

/** A person files what they can see: of content that is erased or cannot be opened nobody knows what it says. */
final class OnlyWhatCanBeReadIsFiled {

    private OnlyWhatCanBeReadIsFiled() {}

    static void check(boolean readable) {
        if (!readable) {
            throw new ActRefused(new Refusal.NothingToRead());
        }
    }
}

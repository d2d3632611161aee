package io.consentry.consultation;

/**
 * Something more that the message says of an entry or of the consultation, in words.
 *
 * @param name what it is, as a reviewer reads it, such as {@code Body site}
 * @param text what was sent
 */
public record Detail(String name, String text) {

    /** Prints nothing clinical. */
    @Override
    public String toString() {
        return "Detail[" + name + "]";
    }
}

package io.consentry.encryption;

/** A key is wrapped by a key-encryption key that this deployment does not have: it was retired too early, or is lost. */
public class KeyNotHereException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    KeyNotHereException(String id) {
        super("A key is wrapped by " + id + ", which is not among the key-encryption keys of this deployment");
    }
}

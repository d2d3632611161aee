package io.consentry.encryption;

/** A key as it lies in the database. */
final class WrappedKey {

    private final String wrappedBy;
    private final byte[] bytes;

    WrappedKey(String wrappedBy, byte[] bytes) {
        this.wrappedBy = wrappedBy;
        this.bytes = bytes;
    }

    /** Name of the key-encryption key. */
    String wrappedBy() {
        return wrappedBy;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "WrappedKey[by " + wrappedBy + "]";
    }
}

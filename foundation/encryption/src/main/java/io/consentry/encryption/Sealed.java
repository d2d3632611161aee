package io.consentry.encryption;

/** Content that only {@link Vault#open} can read again. Keep both values in the row. */
public final class Sealed {

    private final long keyId;
    private final byte[] bytes;

    /**
     * A sealed value as read from a row.
     *
     * @param keyId the row of {@code data_key} that sealed it
     * @param bytes what {@link Vault#seal} returned
     */
    public Sealed(long keyId, byte[] bytes) {
        this.keyId = keyId;
        this.bytes = bytes.clone();
    }

    public long keyId() {
        return keyId;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Shows nothing of what is inside. */
    @Override
    public String toString() {
        return "Sealed[key " + keyId + ", " + bytes.length + " bytes]";
    }
}

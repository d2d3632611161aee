package io.consentry.filing.askingest;

/** A message as received. */
public final class Original {

    private final String contentType;
    private final byte[] bytes;

    Original(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
    }

    /** As it was sent. */
    public String contentType() {
        return contentType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Prints nothing of the message. */
    @Override
    public String toString() {
        return "Original[" + contentType + ", " + bytes.length + " bytes]";
    }
}

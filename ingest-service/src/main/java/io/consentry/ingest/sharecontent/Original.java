package io.consentry.ingest.sharecontent;

/** A message as received. Shows nothing of it. */
final class Original {

    private final String contentType;
    private final byte[] bytes;

    Original(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes;
    }

    String contentType() {
        return contentType;
    }

    byte[] bytes() {
        return bytes;
    }
}

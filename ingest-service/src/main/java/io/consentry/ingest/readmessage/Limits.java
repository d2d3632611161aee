package io.consentry.ingest.readmessage;

/**
 * How large a message's structure may be, whatever its bytes.
 *
 * <p>The largest messages seen have some 800 elements and a depth of 20; these limits leave an order of magnitude and
 * more, and keep the work of one message bounded.
 */
final class Limits {

    /** Elements or objects within each other. */
    static final int DEPTH = 64;
    /** Elements, attributes, members and values together. */
    static final int NODES = 100_000;
    /** Attributes of one XML element; FHIR needs two. */
    static final int ATTRIBUTES = 16;

    private Limits() {}
}

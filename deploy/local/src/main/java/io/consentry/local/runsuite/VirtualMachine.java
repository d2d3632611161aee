package io.consentry.local.runsuite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How large a service's Java may become, and what makes this Java need less of the processor. */
final class VirtualMachine {

    /** Half of the heap is for what is young: nearly all that a request makes is of no use once it is answered. */
    private static final List<String> EVERYWHERE =
            List.of("-Xmx256m", "-XX:NewRatio=1", "-XX:+UseSerialGC", "-Xss512k", "-XX:+ExitOnOutOfMemoryError");
    /** JEP 519: a smaller header for each object, so that more objects fit into the processor's own memory. */
    private static final String SMALL_HEADERS = "-XX:+UseCompactObjectHeaders";

    private static final int HAS_SMALL_HEADERS = 25;
    /** Where the system gives a process larger pages when it asks, and not otherwise. */
    private static final String LARGE_PAGES = "-XX:+UseTransparentHugePages";

    private VirtualMachine() {}

    /** Of the Java that runs this, which also runs the services. */
    static List<String> options() {
        List<String> options = new ArrayList<>(EVERYWHERE);
        if (Runtime.version().feature() >= HAS_SMALL_HEADERS) {
            options.add(SMALL_HEADERS);
        }
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            options.add(LARGE_PAGES);
        }
        return options;
    }
}

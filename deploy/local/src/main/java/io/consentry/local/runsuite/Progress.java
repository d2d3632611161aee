package io.consentry.local.runsuite;

import io.consentry.local.place.ServiceName;

/** Hears how far the suite has come. */
public interface Progress {

    /** A line for the person who waits. */
    void say(String line);

    /** A service's process exists from now on, ready or not. */
    void started(ServiceProcess process);

    /** Whether somebody wants the start to be given up. */
    boolean givenUp();

    /** {@code name} padded so that lines stand under each other. */
    static String line(String name, String text) {
        return String.format(java.util.Locale.ROOT, "  %-18s %s", name, text);
    }

    static String ready(ServiceName service, String address, long millis) {
        return line(service.module(), "ready on " + address + " after " + seconds(millis));
    }

    static String seconds(long millis) {
        return String.format(java.util.Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}

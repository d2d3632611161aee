package io.consentry.eventstore;

import org.axonframework.config.Configuration;
import org.axonframework.updates.UpdateChecker;

/** The framework reports usage to its vendor unless it is told not to. It is told, and asked whether it listened. */
final class NothingLeavesTheMachine {

    private static final String NO_REPORTS = "axoniq.update-checker.disabled";
    private static final String NO_ADVERTISEMENT = "disable-axoniq-console-message";

    private NothingLeavesTheMachine() {}

    static void tellAxon() {
        System.setProperty(NO_REPORTS, "true");
        System.setProperty(NO_ADVERTISEMENT, "true");
    }

    static void require(Configuration axon) {
        if (!Boolean.getBoolean(NO_REPORTS) || axon.getComponent(UpdateChecker.class) != null) {
            throw new IllegalStateException("Axon Framework would report usage: refusing to start");
        }
    }
}

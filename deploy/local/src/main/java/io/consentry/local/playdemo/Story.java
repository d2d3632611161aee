package io.consentry.local.playdemo;

import io.consentry.local.callsuite.RunningSuite;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The main job, from the first opt-in to the replay. */
final class Story {

    /** The log's times come from the database's clock, which may be set a little differently. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMillis(100);

    private final RunningSuite suite;
    private final Stage stage;

    Story(RunningSuite suite, PrintWriter out) {
        this.suite = suite;
        this.stage = new Stage(suite.gateway(), Cast.of(suite.tokens()), new Narrator(out));
    }

    /** Plays it to its end, or to the first step that does not hold. */
    void play() throws IOException, InterruptedException, Unexpected {
        Instant began = Clock.systemUTC().instant().minus(CLOCKS_DIFFER);
        MovingTheSwitch practice = new MovingTheSwitch(stage);
        Delivering pharmacy = new Delivering(stage);
        Reviewing reviewer = new Reviewing(stage);
        practice.optIn();
        String first = pharmacy.send(Sample.PHARMACY_FIRST);
        reviewer.findInWorklist(first);
        reviewer.file(first);
        String second = pharmacy.send(Sample.CONTRACEPTION);
        reviewer.reject(second);
        pharmacy.hearOutcome(first, "filed");
        pharmacy.hearOutcome(second, "rejected");
        practice.othersTry();
        practice.optOut();
        pharmacy.beRefused();
        new Auditing(stage, suite).replay(began);
    }

    int steps() {
        return stage.narrator().steps();
    }
}

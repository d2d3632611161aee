package io.consentry.local.playdemo;

import static io.consentry.local.playdemo.Cast.PRACTICE;

import io.consentry.local.callsuite.ConsentEventStream;
import io.consentry.local.callsuite.RunningSuite;
import io.consentry.local.readaudit.ConsentEvent;
import io.consentry.local.readaudit.LiveState;
import io.consentry.local.readaudit.Replay;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** An auditor replays how it came to all that. */
record Auditing(Stage stage, RunningSuite suite) {

    private static final int ATTEMPTS_IN_THE_STORY = 2;

    /** Replays the whole log and shows what it holds of this story. */
    void replay(Instant storyBegan) throws IOException, InterruptedException, Unexpected {
        stage.narrator().step("An auditor replays all of it");
        Replay replay = new Replay();
        List<ConsentEvent> ofThisStory = new ArrayList<>();
        try (ConsentEventStream events =
                stage.gateway().consentEvents("", stage.cast().auditor())) {
            for (Iterator<String> lines = events.lines().iterator(); lines.hasNext(); ) {
                ConsentEvent event = ConsentEvent.read(lines.next());
                replay.add(event);
                if (event.practice().equals(PRACTICE) && event.recordedAt().isAfter(storyBegan)) {
                    ofThisStory.add(event);
                }
            }
        }
        ofThisStory.forEach(this::show);
        requireWhole(replay);
        long attempts = ofThisStory.stream()
                .filter(event -> event.type().equals("OverrideAttempted"))
                .count();
        if (attempts != ATTEMPTS_IN_THE_STORY) {
            throw new Unexpected(ATTEMPTS_IN_THE_STORY + " recorded attempts", "there are " + attempts);
        }
        stage.narrator()
                .say(replay.events() + " events in the log: no gap, in order of time, and every switch computed from"
                        + " them stands where the suite says it does.");
    }

    private void requireWhole(Replay replay) throws IOException, InterruptedException, Unexpected {
        if (!replay.faults().isEmpty()) {
            throw new Unexpected("a log without gaps", String.join("; ", replay.faults()));
        }
        List<String> differences = LiveState.differences(
                suite, stage.cast().auditor(), replay, Clock.systemUTC().instant());
        if (!differences.isEmpty()) {
            throw new Unexpected("the log and the suite to agree", String.join("; ", differences));
        }
    }

    private void show(ConsentEvent event) {
        stage.narrator()
                .fact(
                        "event " + event.position(),
                        event.type() + (event.service() == null ? "" : " " + event.service()));
        stage.narrator().fact("", event.actor());
        stage.narrator().fact("", event.recordedAt().toString());
    }
}

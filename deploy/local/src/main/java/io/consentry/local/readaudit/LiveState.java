package io.consentry.local.readaudit;

import com.fasterxml.jackson.databind.JsonNode;
import io.consentry.local.callsuite.Answer;
import io.consentry.local.callsuite.RunningSuite;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what the suite says of the switches with what its log says. */
public final class LiveState {

    private LiveState() {}

    /**
     * Each difference in words; nothing where both agree about every practice of the log.
     *
     * @param now decisions that take effect later count for neither
     */
    public static List<String> differences(RunningSuite suite, String auditor, Replay replay, Instant now)
            throws IOException, InterruptedException {
        List<String> differences = new ArrayList<>();
        for (String practice : replay.practices()) {
            Answer live = suite.gateway().get("/practices/" + practice + "/consent", auditor);
            if (live.status() != 200) {
                differences.add(practice + ": " + live.summary());
                continue;
            }
            for (String name : replay.switches(practice)) {
                JsonNode state = name.equals(Replay.MASTER)
                        ? live.json().path("master")
                        : live.json().path("services").path(name);
                compare(practice + " " + name, replay.inForce(practice, name, now), state)
                        .ifPresent(differences::add);
            }
        }
        return differences;
    }

    private static Optional<String> compare(String what, Optional<Replay.Move> replayed, JsonNode live) {
        String said =
                live.path("decision").asText() + " at " + live.path("position").asLong();
        String computed = replayed.map(event -> event.decision() + " at " + event.position())
                .orElse("opted-out at 0");
        return said.equals(computed)
                ? Optional.empty()
                : Optional.of(what + ": the log says " + computed + ", the suite says " + said);
    }
}

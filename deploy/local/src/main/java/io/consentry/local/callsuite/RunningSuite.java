package io.consentry.local.callsuite;

import io.consentry.local.issuetoken.LocalTokens;
import io.consentry.local.place.Home;
import io.consentry.local.place.Ports;
import io.consentry.local.supervise.RunRecord;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** A suite that runs on this machine: its front door, and tokens that it takes. */
public record RunningSuite(Ports ports, Gateway gateway, LocalTokens tokens) {

    /** The suite that runs from this home, once it is ready. */
    public static Optional<RunningSuite> of(Home home) throws IOException {
        Optional<RunRecord> running = RunRecord.running(home).filter(RunRecord::isReady);
        if (running.isEmpty()) {
            return Optional.empty();
        }
        Ports ports = running.get().ports();
        return Optional.of(new RunningSuite(ports, new Gateway(ports), LocalTokens.of(home, Clock.systemUTC())));
    }

    /**
     * The suite that runs from this home.
     *
     * @throws IOException when none does; the message says what to do
     */
    public static RunningSuite require(Home home) throws IOException {
        return of(home).orElseThrow(() ->
                new IOException("The suite does not run, or is not ready. Start it with: ./consentry up --detach"));
    }
}

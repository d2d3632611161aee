package io.consentry.local.supervise;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import sun.misc.Signal;

/**
 * Hears when somebody wants the suite to stop.
 *
 * <p>Signals are handled here and not by shutdown hooks: hooks run all at once, and the library that runs PostgreSQL has
 * one that would stop it under the services' feet. No supported API hears a signal, hence the compiler's warning.
 */
final class StopRequests {

    private static final String OWNER_ENDED = "the command that started it has ended";

    private final CompletableFuture<String> signal = new CompletableFuture<>();
    private CompletableFuture<String> ownerEnded = new CompletableFuture<>();

    /** Listens to the signals by which a terminal, a person or the system asks a process to end. */
    void listenToSignals() {
        for (String name : List.of("INT", "TERM", "HUP")) {
            Signal.handle(new Signal(name), heard -> signal.complete("asked to stop"));
        }
    }

    /** Takes the end of another process for a request. */
    void followEndOf(long owner) {
        ownerEnded = ProcessHandle.of(owner)
                .map(process -> process.onExit().thenApply(ended -> OWNER_ENDED))
                .orElseGet(() -> CompletableFuture.completedFuture(OWNER_ENDED));
    }

    boolean isMade() {
        return signal.isDone() || ownerEnded.isDone();
    }

    /** Completed by the first request with its reason. */
    CompletableFuture<?> first() {
        return CompletableFuture.anyOf(signal, ownerEnded);
    }
}

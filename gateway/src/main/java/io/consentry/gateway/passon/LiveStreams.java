package io.consentry.gateway.passon;

import io.consentry.web.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The live streams of one service. Each holds a connection for as long as it lasts, so that a few callers who open many
 * could leave none for anybody's calls.
 */
final class LiveStreams {

    /** A guess: one that ends with its token or its page frees a place. */
    private static final Duration ANOTHER_MAY_HAVE_ENDED = Duration.ofSeconds(5);

    private final int mostOfOne;
    private final int mostOfALoop;
    private final Map<String, Integer> ofOrganisations = new ConcurrentHashMap<>();
    private final Map<Object, Integer> ofLoops = new ConcurrentHashMap<>();

    /**
     * None yet.
     *
     * @param mostOfOne of one organisation
     * @param connections of each event loop, of which calls keep a quarter to themselves
     */
    LiveStreams(int mostOfOne, int connections) {
        this.mostOfOne = mostOfOne;
        this.mostOfALoop = Math.max(1, connections * 3 / 4);
    }

    /** Counts one stream that begins, or says why it may not; whoever was counted must leave. */
    Optional<HttpProblem> join(String organisation, Object loop) {
        if (!count(ofOrganisations, organisation, mostOfOne)) {
            return Optional.of(ProblemType.TOO_MANY_REQUESTS
                    .with("At most " + mostOfOne + " live streams of one organisation.")
                    .withHeader("Retry-After", ANOTHER_MAY_HAVE_ENDED.toSeconds())
                    .build());
        }
        if (!count(ofLoops, loop, mostOfALoop)) {
            discount(ofOrganisations, organisation);
            return Optional.of(ProblemType.UNAVAILABLE.because("There are too many live streams already."));
        }
        return Optional.empty();
    }

    void leave(String organisation, Object loop) {
        discount(ofOrganisations, organisation);
        discount(ofLoops, loop);
    }

    private static <K> boolean count(Map<K, Integer> open, K key, int most) {
        if (open.merge(key, 1, Integer::sum) <= most) {
            return true;
        }
        discount(open, key);
        return false;
    }

    private static <K> void discount(Map<K, Integer> open, K key) {
        open.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    }
}

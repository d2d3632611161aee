package io.consentry.gateway.limitcallers;

import io.consentry.gateway.permit.Call;
import io.consentry.gateway.permit.Worth;
import io.consentry.web.problem.ProblemType;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the calls of each organisation to each route, and refuses those beyond its limit.
 *
 * <p>Says in {@code RateLimit} headers (draft-ietf-httpapi-ratelimit-headers) what is left, so that a caller can slow
 * down before it is refused.
 */
@Singleton
public class LimitCallers {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();
    /** Beyond this many, those that have filled up again are forgotten: a new one would be just as full. */
    private static final int MANY = 20_000;

    private final CallerLimits limits;
    private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();

    LimitCallers(CallerLimits limits) {
        this.limits = limits;
    }

    /**
     * Counts one call.
     *
     * @param headers of the answer, which get what is left
     * @return the refusal, if the organisation has used up its limit
     */
    public Optional<HttpProblem> count(String organisation, Call call, MultiMap headers) {
        long quota = quotaOf(call.worth());
        ConsumptionProbe probe =
                bucket(new Key(organisation, call.toString()), quota).tryConsumeAndReturnRemaining(1);
        String policy = '"' + call.worth().label() + '"';
        headers.set("RateLimit-Policy", policy + ";q=" + quota + ";w=" + WINDOW.toSeconds());
        headers.set(
                "RateLimit",
                policy + ";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        return refusal(probe, quota);
    }

    /**
     * Counts one call that came without a valid token. Its answer does not say what is left: it is the same for all.
     *
     * @param address where it came from, as far as is known
     * @return the refusal, if the address has used up its limit
     */
    public Optional<HttpProblem> countWithoutToken(String address, Call call) {
        if (limits.withoutToken() == 0) {
            return Optional.empty();
        }
        long quota = share(limits.withoutToken());
        // No organisation has a code with a space in it.
        Key key = new Key("from " + address, call.toString());
        return refusal(bucket(key, quota).tryConsumeAndReturnRemaining(1), quota);
    }

    private static Optional<HttpProblem> refusal(ConsumptionProbe probe, long quota) {
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(ProblemType.TOO_MANY_REQUESTS
                        .with("At most " + quota + " calls of this kind in " + WINDOW.toSeconds() + " seconds.")
                        .withHeader("Retry-After", seconds(probe.getNanosToWaitForRefill()))
                        .build());
    }

    private Bucket bucket(Key key, long quota) {
        if (buckets.size() > MANY) {
            buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= quota);
        }
        return buckets.computeIfAbsent(key, unseen -> Bucket.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
                .build());
    }

    private long quotaOf(Worth worth) {
        int all =
                switch (worth) {
                    case REPLAY -> limits.replay();
                    case QUESTION -> limits.question();
                    case WORK -> limits.work();
                    case MESSAGE -> limits.message();
                    case DECISION -> limits.decision();
                };
        return share(all);
    }

    private long share(int all) {
        return Math.max(1, all / limits.replicas());
    }

    private static long seconds(long nanos) {
        return Math.max(1, (nanos + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND);
    }

    private record Key(String caller, String call) {}
}

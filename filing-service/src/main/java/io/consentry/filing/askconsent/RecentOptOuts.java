package io.consentry.filing.askconsent;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the consent service answered lately, silence included, so that a page does not ask for each of its rows. */
final class RecentOptOuts {

    private static final Duration LASTS = Duration.ofSeconds(5);

    /** All practices of the country; beyond that something is wrong, and forgetting is cheap. */
    private static final int MOST = 50_000;

    private final Map<String, Remembered> byPracticeAndService = new ConcurrentHashMap<>();

    /** What is known, where it is known of each of them. */
    Optional<OptOuts> of(String practice, Collection<String> services) {
        Map<String, Boolean> known = new HashMap<>();
        for (String service : services) {
            Remembered remembered = byPracticeAndService.get(key(practice, service));
            if (remembered == null || remembered.isOver()) {
                return Optional.empty();
            }
            if (remembered.optedOut() != null) {
                known.put(service, remembered.optedOut());
            }
        }
        return Optional.of(new OptOuts(known));
    }

    void remember(String practice, Collection<String> services, OptOuts answer) {
        if (byPracticeAndService.size() > MOST) {
            byPracticeAndService.clear();
        }
        long until = System.nanoTime() + LASTS.toNanos();
        services.forEach(
                service -> byPracticeAndService.put(key(practice, service), new Remembered(answer.of(service), until)));
    }

    private static String key(String practice, String service) {
        return practice + "/" + service;
    }

    /** @param optedOut absent where the consent service did not say */
    private record Remembered(@Nullable Boolean optedOut, long until) {

        boolean isOver() {
            return System.nanoTime() - until > 0;
        }
    }
}

package io.consentry.gateway.console.moveswitch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One switch as the page shows it: first what comes of it, then how it stands itself.
 *
 * @param key the service's key; {@code everything} for the practice as a whole
 * @param on how it stands itself
 * @param taken what comes of it and of the practice's own switch together
 * @param decided the decision in force; null where nobody ever decided
 */
record SwitchCard(
        String key, boolean on, boolean taken, @Nullable Happened decided) {

    /** In place of a service's key: the practice as a whole. */
    static final String EVERYTHING = "everything";

    /** The practice's own switch first, then each service's. */
    static List<SwitchCard> of(Switches state, Map<Long, Happened> decided) {
        List<SwitchCard> cards = new ArrayList<>();
        Switches.Master master = state.master();
        cards.add(new SwitchCard(
                EVERYTHING, master.on(), !state.taken().isEmpty(), decidedAt(decided, master.position())));
        state.services()
                .forEach((key, service) -> cards.add(
                        new SwitchCard(key, service.on(), service.taken(), decidedAt(decided, service.position()))));
        return cards;
    }

    private static @Nullable Happened decidedAt(Map<Long, Happened> decided, @Nullable Long position) {
        return position == null ? null : decided.get(position);
    }

    public boolean isMaster() {
        return key.equals(EVERYTHING);
    }

    /** Whether it is on and yet nothing comes of it, because the practice as a whole is off. */
    public boolean overruled() {
        return on && !taken && !isMaster();
    }
}

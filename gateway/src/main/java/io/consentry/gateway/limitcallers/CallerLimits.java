package io.consentry.gateway.limitcallers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How many calls a minute one organisation, or one address without a token, may make, of each kind and to each route by
 * itself.
 *
 * <p>The numbers are several times what the busiest organisation does: a large pharmacy sends some messages a minute, a
 * practice of thirty people opens some dozens of items.
 */
@ConfigMapping(prefix = "consentry.gateway.limits")
public interface CallerLimits {

    /** Replays and exports. */
    @WithDefault("60")
    int replay();

    /** Short questions. */
    @WithDefault("1200")
    int question();

    /** Worklists and filing. */
    @WithDefault("1200")
    int work();

    /** Messages. */
    @WithDefault("600")
    int message();

    /** Moves of a switch, refused ones too. */
    @WithDefault("60")
    int decision();

    /**
     * Calls without a valid token, from one address and to each route; 0 for no limit, where a proxy stands in front
     * that does not say whose calls it passes on.
     */
    @WithDefault("600")
    int withoutToken();

    /** Gateways that share the work: each allows its part, because they keep nothing in common. */
    @WithDefault("1")
    int replicas();
}

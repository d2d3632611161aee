package io.consentry.web.caller;

import java.util.Set;

/**
 * Who calls, as the verified token says.
 *
 * @param id the token's {@code sub}
 * @param name the name a person had when the token was made; the id where there is none
 * @param ods ODS code of the one organisation the token acts for; empty for a service of the suite
 * @param roles see {@link Role}
 */
public record Caller(String id, String name, String ods, Set<String> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Whether the caller acts for this organisation. */
    public boolean actsFor(String organisation) {
        return !ods.isEmpty() && ods.equals(organisation);
    }

    /** Whether the caller works at this practice, in either of a practice's roles. */
    public boolean worksAt(String practice) {
        return actsFor(practice) && (has(Role.PRACTICE) || has(Role.DATA_CONTROLLER));
    }

    /**
     * The role to record where one word is wanted: the strongest that a person at a practice holds, else another of
     * those in {@link Role}. What else an identity provider writes among the roles means nothing here.
     */
    public String role() {
        return Role.STRONGEST_FIRST.stream().filter(this::has).findFirst().orElse("none");
    }
}

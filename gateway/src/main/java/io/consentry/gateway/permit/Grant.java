package io.consentry.gateway.permit;

import io.consentry.web.caller.Caller;
import java.util.List;

/**
 * One reason for which a call passes.
 *
 * @param who whom the grant is about
 * @param roles the roles it is about, where it is about roles
 * @param where for which organisation in the path
 */
public record Grant(Who who, List<String> roles, Where where) {

    /** Whom a grant is about. */
    public enum Who {
        /** Callers with one of the roles. */
        ROLES,
        /** Whoever has a valid token: the service decides, and records what it refuses. */
        ANY_CALLER,
        /** Everybody, with or without a token. */
        ANYONE,
        /** Whoever comes with a browser: the console looks for their session by itself. */
        VISITORS
    }

    /** For which organisation in the path. */
    public enum Where {
        /** Any, or the path names none; the service shows each caller only what is the caller's. */
        ANYWHERE,
        /** Only the organisation that the token acts for. */
        AT_THEIR_OWN
    }

    public Grant {
        roles = List.copyOf(roles);
    }

    static Grant anywhere(String... roles) {
        return new Grant(Who.ROLES, List.of(roles), Where.ANYWHERE);
    }

    static Grant atTheirOwn(String... roles) {
        return new Grant(Who.ROLES, List.of(roles), Where.AT_THEIR_OWN);
    }

    static Grant anyCaller() {
        return new Grant(Who.ANY_CALLER, List.of(), Where.ANYWHERE);
    }

    static Grant anyone() {
        return new Grant(Who.ANYONE, List.of(), Where.ANYWHERE);
    }

    static Grant visitors() {
        return new Grant(Who.VISITORS, List.of(), Where.ANYWHERE);
    }

    boolean isAbout(Caller caller) {
        return who != Who.ROLES || roles.stream().anyMatch(caller::has);
    }

    boolean holdsAt(Caller caller, String organisation) {
        return where == Where.ANYWHERE || caller.actsFor(organisation);
    }
}

package io.consentry.gateway.permit;

import io.consentry.web.caller.Caller;
import java.util.List;

/**
 * A call of the public API, who answers it, and who may make it.
 *
 * @param method HTTP method
 * @param template path as in the API document
 * @param destination who answers
 * @param worth what it is worth when not everything can be done
 * @param grants the reasons for which it passes; any one is enough
 */
public record Call(String method, String template, Destination destination, Worth worth, List<Grant> grants) {

    /** The path variable that names the organisation a call is about. */
    public static final String ORGANISATION = "ods";

    public Call {
        grants = List.copyOf(grants);
    }

    /** Whether it passes without a token. */
    public boolean isOpenToAnyone() {
        return grants.stream().anyMatch(grant -> grant.who() == Grant.Who.ANYONE || grant.who() == Grant.Who.VISITORS);
    }

    /**
     * Whether this caller may make the call about this organisation.
     *
     * @param organisation as the path names it; empty where it names none
     */
    public Verdict judge(Caller caller, String organisation) {
        List<Grant> about =
                grants.stream().filter(grant -> grant.isAbout(caller)).toList();
        if (about.isEmpty()) {
            return Verdict.WRONG_ROLE;
        }
        return about.stream().anyMatch(grant -> grant.holdsAt(caller, organisation))
                ? Verdict.ALLOWED
                : Verdict.OTHER_ORGANISATION;
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}

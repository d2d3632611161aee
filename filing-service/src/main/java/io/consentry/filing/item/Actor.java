package io.consentry.filing.item;

import io.consentry.web.caller.Caller;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The person who did it, as the verified token named them at the time.
 *
 * @param id the token's subject
 * @param name the name they had then
 * @param role the role they acted in
 * @param ods ODS code of the organisation they acted for
 */
@RegisterForReflection
public record Actor(String id, String name, String role, String ods) {

    /** Whoever calls. */
    public static Actor of(Caller caller) {
        return new Actor(caller.id(), caller.name(), caller.role(), caller.ods());
    }
}

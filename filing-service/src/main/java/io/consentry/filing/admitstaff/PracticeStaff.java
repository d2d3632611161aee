package io.consentry.filing.admitstaff;

import io.consentry.filing.item.Actor;
import io.consentry.web.caller.Caller;
import io.consentry.web.caller.CurrentCaller;
import io.consentry.web.ods.OdsCode;
import io.consentry.web.problem.ProblemType;
import jakarta.enterprise.context.RequestScoped;

/** Lets in whoever works at the practice. To everybody else the practice has no worklist. */
@RequestScoped
public class PracticeStaff {

    private final CurrentCaller caller;

    PracticeStaff(CurrentCaller caller) {
        this.caller = caller;
    }

    /** The caller, who works at this practice; else 404. */
    public Actor at(OdsCode practice) {
        Caller who = caller.get();
        if (!who.worksAt(practice.value())) {
            throw ProblemType.NOT_FOUND.because("There is no such practice or item for you.");
        }
        return Actor.of(who);
    }
}

package io.consentry.gateway.console.correspond;

import io.consentry.gateway.console.signin.Session;
import io.consentry.web.caller.Role;

/** What whoever reads the letters may do with them. */
record Reader(Session session) {

    public boolean writes() {
        return session.has(Role.OPERATOR) || session.has(Role.PROGRAMME);
    }

    /** Whether this notice is for the reader to say that their practice has read it. */
    public boolean acknowledges(Notice notice) {
        return atPractice() && !notice.acknowledged();
    }

    boolean shouldAct(Letter letter) {
        return letter.notice() != null && acknowledges(letter.notice())
                || letter.asked() != null && answers(letter.asked());
    }

    public boolean atPractice() {
        return session.has(Role.PRACTICE) || session.has(Role.DATA_CONTROLLER);
    }

    /** A practice answers what was asked of it; what was asked of all, whoever runs the rules. */
    public boolean answers(Asked asked) {
        if (asked.answer() != null) {
            return false;
        }
        return asked.practice() == null
                ? writes()
                : session.has(Role.DATA_CONTROLLER) && session.ods().equals(asked.practice());
    }
}

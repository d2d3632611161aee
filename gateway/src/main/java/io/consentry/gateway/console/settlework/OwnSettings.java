package io.consentry.gateway.console.settlework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.consentry.gateway.console.callsuite.SuiteAnswer;
import io.consentry.gateway.console.callsuite.SuiteApi;
import io.consentry.gateway.console.signin.CurrentSession;
import jakarta.enterprise.context.RequestScoped;

/** The settings of the practice that the person works for. */
@RequestScoped
public class OwnSettings {

    private final SuiteApi suite;
    private final CurrentSession session;

    OwnSettings(SuiteApi suite, CurrentSession session) {
        this.suite = suite;
        this.session = session;
    }

    /** As they are now. */
    public Settings now() {
        return read().as(Settings.class);
    }

    SuiteAnswer read() {
        return suite.get(address());
    }

    SuiteAnswer change(String version, ObjectNode settings) {
        return suite.put(address(), "\"" + version + "\"", settings);
    }

    private String address() {
        return "/practices/" + session.get().ods() + "/settings";
    }
}

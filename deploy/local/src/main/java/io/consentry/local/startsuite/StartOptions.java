package io.consentry.local.startsuite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to start.
 *
 * @param portOffset added to every port
 * @param externalServer URL of a PostgreSQL server to use, or nothing for the embedded one
 * @param outlivesThisCommand whether the suite goes on when this command ends
 * @param forPeople whether people will use it: they need longer than a program to see that a decision was a mistake
 * @param learn whether Java writes down, when the suite stops, what makes later starts faster
 */
public record StartOptions(
        int portOffset,
        @Nullable String externalServer,
        boolean outlivesThisCommand,
        boolean forPeople,
        boolean learn) {

    /** For practices that have not settled it; where nobody starts it for people the sandbox's own time is shorter. */
    private static final String UNDO_TIME = "60s";

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--port-offset", Integer.toString(portOffset)));
        if (!outlivesThisCommand) {
            arguments.addAll(
                    List.of("--owner", Long.toString(ProcessHandle.current().pid())));
        }
        if (learn) {
            arguments.add("--learn");
        }
        return arguments;
    }

    /** What is not told on the command line, because it holds a password or is meant for the services. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        if (externalServer != null) {
            environment.put("CONSENTRY_POSTGRES", externalServer);
        }
        if (forPeople) {
            environment.put("FILING_UNDO_TIME", UNDO_TIME);
        }
        return environment;
    }
}

package io.consentry.local.startsuite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to start.
 *
 * @param portOffset added to every port
 * @param externalServer URL of a PostgreSQL server to use, or nothing for the embedded one
 * @param outlivesThisCommand whether the suite goes on when this command ends
 */
public record StartOptions(int portOffset, @Nullable String externalServer, boolean outlivesThisCommand) {

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--port-offset", Integer.toString(portOffset)));
        if (!outlivesThisCommand) {
            arguments.addAll(
                    List.of("--owner", Long.toString(ProcessHandle.current().pid())));
        }
        return arguments;
    }

    /** What holds a password. */
    Map<String, String> environment() {
        return externalServer == null ? Map.of() : Map.of("CONSENTRY_POSTGRES", externalServer);
    }
}

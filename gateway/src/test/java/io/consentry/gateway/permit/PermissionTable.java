package io.consentry.gateway.permit;

import io.consentry.web.caller.Role;
import java.util.List;
import java.util.stream.Collectors;

/** The matrix as a table for people. */
final class PermissionTable {

    private static final List<String> ROLES =
            List.of(Role.PHARMACY, Role.PRACTICE, Role.DATA_CONTROLLER, Role.AUDITOR, Role.OPERATOR, Role.PROGRAMME);

    private static final String INTRODUCTION = """
            # Who may make which call

            Made from `PermissionMatrix`, the one list that the gateway goes by: what is not in it does not exist (404, or 405
            where the path exists with another method). The services check again by themselves, and the databases once more.

            - **yes**: may call. Where the path names no organisation, the service shows each caller only what is theirs.
            - **own**: only where the organisation in the path is the one the token acts for; another's is 404, as if there
              were nothing.
            - **attempt**: passes the gateway and is decided by consent-service, which records whatever it refuses.
            - Empty: 403. Without a valid token: 401. *open*: no token needed.
            - *session*: pages of the console, which looks for a session and makes the calls above with its token.

            """;

    private PermissionTable() {}

    static String make() {
        StringBuilder table = new StringBuilder(INTRODUCTION);
        table.append("| call | answered by | ")
                .append(String.join(" | ", ROLES))
                .append(" |\n|---|---|")
                .append("---|".repeat(ROLES.size()))
                .append('\n');
        for (Call call : PermissionMatrix.CALLS) {
            table.append("| `")
                    .append(call)
                    .append("` | ")
                    .append(call.destination().serviceName());
            ROLES.forEach(role -> table.append(" | ").append(cell(call, role)));
            table.append(" |\n");
        }
        return table.toString().replace("|  |", "| |").replace("|  |", "| |");
    }

    private static String cell(Call call, String role) {
        return call.grants().stream()
                .filter(grant -> grant.who() != Grant.Who.ROLES || grant.roles().contains(role))
                .map(PermissionTable::word)
                .collect(Collectors.joining(", "));
    }

    private static String word(Grant grant) {
        return switch (grant.who()) {
            case ANYONE -> "*open*";
            case VISITORS -> "*session*";
            case ANY_CALLER -> "attempt";
            case ROLES -> grant.where() == Grant.Where.AT_THEIR_OWN ? "own" : "yes";
        };
    }
}

package io.consentry.local.issuetoken;

import io.consentry.local.place.Home;
import io.consentry.local.place.Project;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a token, and nothing else, on standard output. */
@Command(name = "token", description = "Prints a token for the local suite.")
public final class TokenCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--role",
            required = true,
            description = "pharmacy, practice, data-controller, auditor, operator or programme.")
    private String role = "";

    @Option(names = "--ods", required = true, description = "ODS code of the organisation the token acts for.")
    private String ods = "";

    @Option(names = "--sub", description = "Who it is; by default one subject for each role and organisation.")
    private @Nullable String subject;

    @Option(names = "--name", description = "The person's name, as the history will show it.")
    private @Nullable String name;

    @Override
    public Integer call() throws Exception {
        CommandSpec command = java.util.Objects.requireNonNull(spec);
        LocalTokens tokens = LocalTokens.of(Home.of(Project.fromSystemProperty()), Clock.systemUTC());
        try {
            PrintWriter out = command.commandLine().getOut();
            out.println(token(tokens));
            out.flush();
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private String token(LocalTokens tokens) {
        if (subject == null && name == null) {
            return tokens.of(role, ods);
        }
        String who = subject == null ? role + "-at-" + ods : subject;
        return tokens.of(role, ods, who, name == null ? who : name);
    }
}

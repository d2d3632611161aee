package io.consentry.local.rotatekeys;

import io.consentry.local.callsuite.RunningSuite;
import io.consentry.local.place.Home;
import io.consentry.local.place.Project;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What an operator does with the keys of clinical content. */
@Command(
        name = "keys",
        description = "Rotates the key that wraps the keys of clinical content.",
        synopsisSubcommandLabel = "COMMAND")
public final class KeysCommand {

    @Spec
    private @Nullable CommandSpec spec;

    @Command(
            name = "rotate",
            description = "Makes a new key, wraps every data key by it, and takes the old one away. Nothing stops.")
    int rotate() throws IOException, InterruptedException {
        Home home = Home.of(Project.fromSystemProperty());
        RunningSuite suite = RunningSuite.require(home);
        int wrapped =
                new RotateKeys(home, suite.ports()).rotate(Clock.systemUTC().instant());
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(wrapped + " keys are wrapped by the new key. The old one is gone.");
        return 0;
    }
}

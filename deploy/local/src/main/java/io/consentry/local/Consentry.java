package io.consentry.local;

import io.consentry.local.issuetoken.TokenCommand;
import io.consentry.local.startsuite.UpCommand;
import io.consentry.local.stopsuite.DownCommand;
import io.consentry.local.supervise.SuperviseCommand;
import io.consentry.local.watchsuite.LogsCommand;
import io.consentry.local.watchsuite.StatusCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Every command lies in the folder named after what it does. */
@Command(
        name = "consentry",
        description = "Pharmacies' consultation summaries, let in by the practice alone.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            SuperviseCommand.class
        })
public final class Consentry {

    private Consentry() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Consentry());
    }
}

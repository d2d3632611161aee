package io.consentry.local;

import io.consentry.local.checknative.CheckNativeCommand;
import io.consentry.local.issuetoken.TokenCommand;
import io.consentry.local.playdemo.DemoCommand;
import io.consentry.local.readaudit.AuditCommand;
import io.consentry.local.rotatekeys.KeysCommand;
import io.consentry.local.sendmessage.SendCommand;
import io.consentry.local.startsuite.UpCommand;
import io.consentry.local.stopsuite.DownCommand;
import io.consentry.local.supervise.SuperviseCommand;
import io.consentry.local.watchsuite.LogsCommand;
import io.consentry.local.watchsuite.StatusCommand;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line. Every command lies in the folder named after what it does. */
@Command(
        name = "consentry",
        description = "Pharmacies' consultation summaries, let in by the practice alone.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            SendCommand.class,
            AuditCommand.class,
            KeysCommand.class,
            SuperviseCommand.class,
            CheckNativeCommand.class
        })
public final class Consentry {

    private Consentry() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Consentry()).setExecutionExceptionHandler(Consentry::explain);
    }

    /** What a person can act on is said in one sentence; anything else is a fault of this program and shown whole. */
    private static int explain(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (!(failure instanceof IOException)) {
            throw failure;
        }
        command.getErr().println(failure.getMessage());
        return 1;
    }
}

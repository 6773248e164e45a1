package dev.rolecall;

import dev.rolecall.fault.UserError;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.UnmatchedArgumentException;

/// What may stand after `rolecall`.
@Command(
        name = "rolecall",
        description = "Learn AWS STS and IAM by doing, on a cloud of your own.",
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Versions.class,
        subcommands = {RunCommand.class, LintCommand.class, CloudCommand.class})
final class Cli extends ShellCommand {

    /// `rolecall 0.1`.
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"rolecall " + Version.text()};
        }
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Cli());
        commandLine.setExecutionExceptionHandler((exception, _, _) -> {
            return switch (exception) {
                case UserError error -> Main.tell(error, System.err);
                case RuntimeException bug -> Main.bug(bug, System.getenv(), System.err);
                default -> throw exception;
            };
        });
        commandLine.setParameterExceptionHandler((exception, _) -> {
            PrintWriter err = exception.getCommandLine().getErr();
            String what =
                    exception instanceof UnmatchedArgumentException unmatched
                            ? "nothing is called `" + unmatched.getUnmatched().getFirst() + "` here"
                            : lowered(String.valueOf(exception.getMessage()));
            err.println("rolecall: " + what + "; rolecall --help shows what may be said");
            err.flush();
            return Main.USER;
        });
        return commandLine;
    }

    private static String lowered(String message) {
        return message.isEmpty()
                ? message
                : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}

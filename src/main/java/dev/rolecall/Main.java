package dev.rolecall;

import dev.rolecall.fault.UserError;
import java.io.PrintStream;
import java.util.Map;

/// The command line and the wiring.
public final class Main {
    /// Steps are open, or a lab is unsound.
    static final int OPEN = 1;

    /// The person can mend it.
    static final int USER = 2;

    /// A bug.
    static final int BUG = 70;

    private Main() {}

    public static void main(String[] args) {
        int status = run(args, System.getenv());
        System.out.flush();
        // The learner's JVM and the endpoint have daemon threads only, but a snippet may leave
        // others.
        Runtime.getRuntime().halt(status);
    }

    static int run(String[] args, Map<String, String> environment) {
        try {
            // The plain start is the one that people wait for: it needs no command line parser.
            return args.length == 0 ? new ShellCommand().call() : Cli.commandLine().execute(args);
        } catch (UserError e) {
            return tell(e, System.err);
        } catch (RuntimeException | Error e) {
            return bug(e, environment, System.err);
        }
    }

    static int tell(UserError error, PrintStream err) {
        err.println("rolecall: " + error.what() + "; " + error.whatToDo());
        return USER;
    }

    static int bug(Throwable bug, Map<String, String> environment, PrintStream err) {
        err.println("rolecall: something is wrong in Rolecall itself: " + bug);
        if (environment.containsKey("ROLECALL_TRACE")) {
            bug.printStackTrace(err);
        } else {
            err.println("          ROLECALL_TRACE=1 shows where");
        }
        return BUG;
    }
}

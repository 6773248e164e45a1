package dev.rolecall.snippet;

import java.util.List;

/// What became of one snippet.
public sealed interface Outcome {

    /// It gave a value: `test ==> User(…)`. A value longer than a screen or two is cut, and says
    /// so.
    ///
    /// @param name the variable that holds it, `$5` for an expression
    /// @param type as the learner would write it, such as `List<Bucket>`
    /// @param text as JShell shows it: strings in quotes, everything else by its `toString()`
    record Value(String name, String type, String text) implements Outcome {}

    /// It declared something that has no value to show.
    ///
    /// @param what its kind
    /// @param name such as `Greeter`, `greet(String)`, or `java.util.List`
    /// @param waitingFor what it names that is not declared yet; it cannot be used until they are
    record Declared(What what, String name, List<String> waitingFor) implements Outcome {
        public Declared {
            waitingFor = List.copyOf(waitingFor);
        }

        /// Kinds of declaration.
        public enum What {
            METHOD,
            CLASS,
            RECORD,
            ENUM,
            INTERFACE,
            ANNOTATION,
            VARIABLE,
            IMPORT
        }
    }

    /// It ran and has nothing to show: a statement, or a call that returns nothing.
    record Done() implements Outcome {}

    /// It does not compile, so nothing ran.
    record CompileError(List<Problem> problems) implements Outcome {
        public CompileError {
            problems = List.copyOf(problems);
        }
    }

    /// One message of the compiler.
    ///
    /// @param message the compiler's words, one line or several, its types without their packages
    /// @param line from 1, in the snippet
    /// @param column from 1, in characters; where the caret goes
    /// @param length how many characters of that line are meant, at least 1
    /// @param text that line of the snippet
    record Problem(String message, int line, int column, int length, String text) {}

    /// AWS refused, or failed: an error that the service answered with.
    ///
    /// @param service as the SDK calls it: `S3`, `Sts`, `Iam`
    /// @param code AWS's error code
    /// @param status the HTTP status
    /// @param message AWS's message, without what the SDK adds to it
    /// @param requestId empty if the answer had none
    /// @param at the learner's own lines, innermost first
    record AwsRefused(
            String service,
            String code,
            int status,
            String message,
            String requestId,
            List<String> at)
            implements Outcome {
        public AwsRefused {
            at = List.copyOf(at);
        }
    }

    /// It threw.
    ///
    /// @param exception the class's simple name
    /// @param message empty if there is none
    /// @param at the learner's own lines, innermost first, such as `greet (#3:2)`
    /// @param cause `Class: message` of each cause, outermost first
    record Threw(String exception, String message, List<String> at, List<String> cause)
            implements Outcome {
        public Threw {
            at = List.copyOf(at);
            cause = List.copyOf(cause);
        }
    }

    /// It was stopped. The variables are there, with what it had done by then.
    record Stopped() implements Outcome {}

    /// The JVM is gone, another has taken its place, and the snippets before it ran again there.
    ///
    /// @param snippetId the snippet whose code did it: this one, or one that left a thread behind;
    ///   it does not run again
    record JvmDied(Death death, String snippetId, Restored restored) implements Outcome {}

    /// How a JVM came to its end.
    sealed interface Death {
        /// It called `System.exit`.
        record Exit(int code) implements Death {}

        /// The heap was full.
        record OutOfMemory() implements Death {}

        /// The snippet could not be stopped in any other way.
        record Killed() implements Death {}

        /// Anything else: it was halted, or ended by a signal.
        ///
        /// @param status the process's exit status
        record Crash(int status) implements Death {}
    }
}

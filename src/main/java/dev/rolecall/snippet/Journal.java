package dev.rolecall.snippet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/// What a child was told, in order: enough to bring another to the same point without compiling
/// anything again.
final class Journal {
    private final List<Entry> entries = new ArrayList<>();

    void loaded(String snippetId, ClassBytecodes[] classes) {
        entries.add(new Load(snippetId, classes.clone()));
    }

    void noted(List<Noted> noted) {
        entries.add(new Look(noted));
    }

    Call called(String snippetId, CredentialsValue actingAs, String className, String method) {
        Call call = new Call(snippetId, actingAs, className, method);
        entries.add(call);
        return call;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// Says which names a snippet declared.
    void named(String snippetId, List<String> names) {
        calls().filter(c -> c.snippetId.equals(snippetId)).forEach(c -> c.names = names);
    }

    /// The call that was this run, when the child that died was alive.
    Optional<Call> ofRun(long run) {
        return calls().filter(call -> call.run == run).findFirst();
    }

    /// The call that ran last. If a JVM dies while nothing is called, and nobody knows why, it is
    /// the most likely to have left something behind.
    Optional<Call> last() {
        return calls().filter(Call::again).reduce((earlier, later) -> later);
    }

    private Stream<Call> calls() {
        return entries.stream().filter(Call.class::isInstance).map(Call.class::cast);
    }

    sealed interface Entry {}

    /// Classes that were loaded.
    static final class Load implements Entry {
        private final String snippetId;
        private final ClassBytecodes[] classes;

        private Load(String snippetId, ClassBytecodes[] classes) {
            this.snippetId = snippetId;
            this.classes = classes;
        }

        String snippetId() {
            return snippetId;
        }

        ClassBytecodes[] classes() {
            return classes;
        }
    }

    /// What was noted of the variables after a snippet.
    record Look(List<Noted> noted) implements Entry {
        Look {
            noted = List.copyOf(noted);
        }
    }

    /// A snippet's code that ran.
    static final class Call implements Entry {
        private final String snippetId;
        private final CredentialsValue actingAs;
        private final String className;
        private final String method;
        private List<String> names = List.of();
        private Past.Result result = Past.Result.STOPPED;
        private long run = -1;

        private Call(String snippetId, CredentialsValue actingAs, String className, String method) {
            this.snippetId = snippetId;
            this.actingAs = actingAs;
            this.className = className;
            this.method = method;
        }

        String snippetId() {
            return snippetId;
        }

        CredentialsValue actingAs() {
            return actingAs;
        }

        String className() {
            return className;
        }

        String method() {
            return method;
        }

        List<String> names() {
            return names;
        }

        Past.Result result() {
            return result;
        }

        void result(Past.Result result) {
            this.result = result;
        }

        /// Says which run it is now.
        void run(long number) {
            run = number;
        }

        /// Whether it is to run again.
        boolean again() {
            return result == Past.Result.RAN || result == Past.Result.THREW;
        }
    }
}

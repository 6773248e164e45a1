package dev.rolecall.snippet;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/// What a child was told, in order: enough to bring another to the same point without compiling
/// anything again.
final class Journal {
    private final List<Entry> entries = new ArrayList<>();

    void loaded(ClassBytecodes[] classes) {
        entries.add(new Load(classes.clone()));
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
        for (Entry entry : entries) {
            if (entry instanceof Call call && call.snippetId.equals(snippetId)) {
                call.names = List.copyOf(names);
            }
        }
    }

    /// The JVM died while nothing was called: whatever ran last may have left a thread behind that
    /// did it, and is not called again. Says what it declared.
    List<String> suspectLast() {
        for (Entry entry : entries.reversed()) {
            if (entry instanceof Call call && call.again()) {
                call.result(Past.Result.DIED);
                return call.names;
            }
        }
        return List.of();
    }

    sealed interface Entry {}

    /// Classes that were loaded.
    static final class Load implements Entry {
        private final ClassBytecodes[] classes;

        private Load(ClassBytecodes[] classes) {
            this.classes = classes;
        }

        ClassBytecodes[] classes() {
            return classes;
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

        /// Whether it is to run again.
        boolean again() {
            return result == Past.Result.RAN || result == Past.Result.THREW;
        }
    }
}

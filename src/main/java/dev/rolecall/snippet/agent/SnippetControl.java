package dev.rolecall.snippet.agent;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;

/// Executes what JShell compiled, in this JVM, stoppably.
final class SnippetControl extends DirectExecutionControl {
    private final Link link;
    private final Runner runner = new Runner();
    private final StopChecks checks;
    private final Places places;
    private final Variables variables;

    SnippetControl(Link link) {
        this.link = link;
        // the superclass has just made its class loader and put it here
        ClassLoader learners = Thread.currentThread().getContextClassLoader();
        checks = new StopChecks(learners);
        places = new Places(learners);
        variables = new Variables(learners);
    }

    Runner runner() {
        return runner;
    }

    Places places() {
        return places;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(checks.weave(classes));
        for (ClassBytecodes each : classes) {
            places.loaded(each.name());
            variables.loaded(each.name());
        }
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        try {
            return runner.run(() -> shownOrThrown(snippet.invoke(null)));
        } catch (InvocationTargetException e) {
            Refusal.in(e.getCause()).ifPresent(link::send);
            throw e;
        }
    }

    @Override
    public String varValue(String className, String name)
            throws RunException, EngineTerminationException, InternalException {
        return learners(() -> {
            Field field = findClass(className).getDeclaredField(name);
            field.setAccessible(true);
            return Shown.of(field.get(null));
        });
    }

    /// What the shell asks that JShell has no command for: see [Request].
    @Override
    public Object extensionCommand(String command, Object argument)
            throws RunException, EngineTerminationException, InternalException {
        List<String> asked = List.of((String[]) argument);
        return switch (Request.valueOf(command)) {
            case NOTE -> array(variables.note(asked));
            case SETTLE -> learners(() -> array(variables.settle(asked)));
            case HOLDERS -> learners(() -> array(holders(asked)));
            case CREDENTIALS -> array(credentials(asked));
        };
    }

    private List<String> holders(List<String> asked) throws ReflectiveOperationException {
        List<String> holders = new ArrayList<>();
        for (int i = 0; i < asked.size(); i += 2) {
            if (Keys.mayBeIn(variables.get(asked.get(i + 1), asked.get(i)))) {
                holders.add(asked.get(i));
            }
        }
        return holders;
    }

    /// A provider's code may be the learner's, and wait for whatever it likes.
    private List<String> credentials(List<String> asked) throws StoppedException {
        try {
            return runner.run(() ->
                    Keys.of(variables.get(asked.get(1), asked.get(0)))
                            .map(Keys::texts)
                            .orElse(List.of()));
        } catch (StoppedException e) {
            throw e;
        } catch (Exception | LinkageError | StackOverflowError e) {
            return List.of(Told.of(e));
        }
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    /// Runs code of the learner's that no snippet called, such as a `toString()`.
    private <T> T learners(Callable<T> code)
            throws RunException, EngineTerminationException, InternalException {
        try {
            return runner.run(code);
        } catch (StoppedException e) {
            throw e;
        } catch (Throwable e) {
            // always throws
            throw new InternalException(throwConvertedInvocationException(e));
        }
    }

    /// What a `toString()` throws is the snippet's own exception.
    private static String shownOrThrown(@Nullable Object value) throws InvocationTargetException {
        try {
            // on the learner's thread: `toString()` may be theirs, and need stopping
            return Shown.of(value);
        } catch (RuntimeException | Error e) {
            throw new InvocationTargetException(e);
        }
    }

    /// As JShell shows it; `null` for a `toString()` that gives none.
    static String text(@Nullable Object value) {
        return String.valueOf(valueString(value));
    }
}

package dev.rolecall.snippet.agent;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;

/// Executes what JShell compiled, in this JVM, stoppably.
final class SnippetControl extends DirectExecutionControl {
    private final Link link;
    private final Runner runner;
    private final StopChecks checks;

    SnippetControl(Link link, Runner runner) {
        this.link = link;
        this.runner = runner;
        // the superclass has just made its class loader and put it here
        checks = new StopChecks(Thread.currentThread().getContextClassLoader());
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(checks.weave(classes));
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
            Object value = field.get(null);
            Keys.in(value).map(Keys::frame).ifPresent(link::send);
            return Shown.of(value);
        });
    }

    /// Runs code of the learner's that no snippet called, such as a `toString()`.
    private String learners(Callable<String> code)
            throws RunException, EngineTerminationException, InternalException {
        try {
            return runner.run(code);
        } catch (StoppedException e) {
            throw e;
        } catch (Throwable e) {
            return throwConvertedInvocationException(e);
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

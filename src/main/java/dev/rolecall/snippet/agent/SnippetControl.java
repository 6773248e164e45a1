package dev.rolecall.snippet.agent;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import jdk.jshell.execution.DirectExecutionControl;

/// Executes what JShell compiled, in this JVM, stoppably.
final class SnippetControl extends DirectExecutionControl {
    /// A screen or two; a list of a hundred roles is no help beyond that.
    private static final int MOST_CHARACTERS = 4_000;

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
            return shown(value);
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
    private static String shownOrThrown(Object value) throws InvocationTargetException {
        try {
            return shown(value);
        } catch (RuntimeException | Error e) {
            throw new InvocationTargetException(e);
        }
    }

    /// Runs on the learner's thread: `toString()` may be theirs, and need stopping.
    private static String shown(Object value) {
        String text = valueString(value);
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        return "%s … (%,d characters more)"
                .formatted(text.substring(0, MOST_CHARACTERS), text.length() - MOST_CHARACTERS);
    }
}

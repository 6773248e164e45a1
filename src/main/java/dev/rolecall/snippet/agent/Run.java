package dev.rolecall.snippet.agent;

import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/// One call of the learner's code: the threads that it starts know that they are of it.
///
/// @param muted whether it is one of the past that runs again, and so is not heard
record Run(long number, boolean muted) {
    private static final InheritableThreadLocal<Run> CURRENT = new InheritableThreadLocal<>();
    private static final StackWalker WALKER =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /// This thread, and those that it starts, belong to this run.
    void begin() {
        CURRENT.set(this);
    }

    /// The number of this thread's run; empty if it is of none.
    static String current() {
        Run run = CURRENT.get();
        return run == null ? "" : Long.toString(run.number());
    }

    /// Whether what this thread prints is not to be heard. A pool's thread always is: it may have
    /// been started in the past, and work for the present.
    static boolean isMuted() {
        Run run = CURRENT.get();
        return run != null && run.muted() && !isOfAPool();
    }

    private static boolean isOfAPool() {
        return WALKER.walk(frames ->
                frames.map(StackWalker.StackFrame::getDeclaringClass).anyMatch(Run::isPool));
    }

    private static boolean isPool(@Nullable Class<?> type) {
        return type != null
                && (ForkJoinWorkerThread.class.isAssignableFrom(type)
                        || type.getEnclosingClass() == ThreadPoolExecutor.class
                        || type == ThreadPoolExecutor.class);
    }
}

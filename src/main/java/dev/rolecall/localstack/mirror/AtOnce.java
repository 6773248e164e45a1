package dev.rolecall.localstack.mirror;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Asks the container about many things, several at a time: one after the other it would be idle
/// half of the time.
final class AtOnce {
    private static final int ASKERS = 8;

    private AtOnce() {}

    /// Returns what was answered about each. After the first that fails no other is asked.
    static <T, R> Map<T, R> each(Collection<T> all, Function<T, R> question) {
        Queue<T> waiting = new ConcurrentLinkedQueue<>(all);
        Map<T, R> answers = new ConcurrentHashMap<>();
        Runnable asker =
                () -> {
                    try {
                        for (T one = waiting.poll(); one != null; one = waiting.poll()) {
                            answers.put(one, question.apply(one));
                        }
                    } finally {
                        waiting.clear();
                    }
                };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> askers =
                    IntStream.range(0, Math.min(ASKERS, all.size()))
                            .mapToObj(_ -> threads.submit(asker))
                            .toList();
            askers.forEach(AtOnce::await);
        }
        return answers;
    }

    private static void await(Future<?> asker) {
        try {
            asker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while LocalStack was asked", e);
        } catch (ExecutionException e) {
            throw switch (Objects.requireNonNullElse(e.getCause(), e)) {
                case RuntimeException why -> why;
                case Error why -> throw why;
                case Throwable why -> new IllegalStateException(why);
            };
        }
    }
}

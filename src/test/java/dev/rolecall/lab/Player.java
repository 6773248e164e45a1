package dev.rolecall.lab;

import dev.rolecall.cloud.Backing;
import dev.rolecall.course.Lab;
import dev.rolecall.guard.LabClock;
import dev.rolecall.iam.Ids;
import dev.rolecall.progress.RunStore;
import dev.rolecall.snippet.Outcome;
import dev.rolecall.snippet.ShellSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A run with a real cloud and a real JVM, and everything that it told.
final class Player implements AutoCloseable {
    final List<Event> told = new CopyOnWriteArrayList<>();
    final LabRun run;
    private final List<RuntimeException> bugs = new CopyOnWriteArrayList<>();
    private Consumer<Event> also = event -> {};

    /// @param store where the run is kept, if it is
    Player(Lab lab, Path folder, Optional<RunStore> store) {
        run =
                LabRun.open(
                        new LabSettings(
                                lab,
                                folder.resolve("files"),
                                folder.resolve("cache"),
                                store,
                                new LabClock(Clock.systemUTC()),
                                Ids.secure(),
                                0,
                                new Backing.Embedded(),
                                new ShellSettings.AotCache.None(),
                                "test",
                                // Each reset takes a new JVM.
                                true,
                                bugs::add));
    }

    /// From now on is told every event as well.
    void also(Consumer<Event> consumer) {
        also = consumer;
    }

    /// Types a line and gives what it brought about.
    List<Event> type(String line) {
        int before = told.size();
        Input.run(
                run,
                line,
                event -> {
                    told.add(event);
                    also.accept(event);
                });
        return List.copyOf(told.subList(before, told.size()));
    }

    /// The same, those of one kind only.
    <E extends Event> List<E> type(String line, Class<E> kind) {
        return of(type(line), kind);
    }

    static <E extends Event> List<E> of(List<Event> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// What the line was refused with, and what to do instead.
    Event.Rejected refused(String line) {
        List<Event.Rejected> refused = type(line, Event.Rejected.class);
        if (refused.size() != 1) {
            throw new AssertionError(line + " was answered with " + refused);
        }
        return refused.getFirst();
    }

    /// The value of an expression as text.
    String value(String expression) {
        return values(type(expression))
                .findFirst()
                .orElseThrow(() -> new AssertionError(expression + ": " + told.getLast()));
    }

    private static Stream<String> values(List<Event> events) {
        return of(events, Event.Answered.class).stream()
                .map(answered -> answered.snippet().outcome())
                .filter(Outcome.Value.class::isInstance)
                .map(outcome -> ((Outcome.Value) outcome).text());
    }

    String prompt() {
        return run.status().prompt();
    }

    @Override
    public void close() {
        run.close();
        if (!bugs.isEmpty()) {
            throw new AssertionError("bugs in the cloud: " + bugs);
        }
    }
}

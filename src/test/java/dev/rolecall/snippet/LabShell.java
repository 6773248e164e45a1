package dev.rolecall.snippet;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A shell on a fake cloud, with everything that it told its surroundings.
final class LabShell implements AutoCloseable {
    static final CredentialsValue ADMIN = CredentialsValue.ofKey("AKIAADMIN", "admin-secret");

    final FakeAws aws = new FakeAws();
    final Queue<Printed> printed = new ConcurrentLinkedQueue<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    final SnippetShell shell;

    LabShell(Path folder) {
        this(folder, ShellSettings::withoutSpare);
    }

    LabShell(Path folder, UnaryOperator<ShellSettings> changes) {
        shell =
                SnippetShell.start(
                        changes.apply(ShellSettings.of(folder, aws.uri(), ADMIN)),
                        new Surroundings(
                                printed::add, LabShell::keysOf, new Told(), new ToldAgain()));
    }

    String printedText() {
        return printed.stream().map(Printed::text).collect(Collectors.joining());
    }

    /// Presses Ctrl-C as soon as a snippet has printed something.
    Thread stopOncePrinted() {
        return Thread.ofVirtual()
                .start(() -> {
                    try {
                        while (printed.isEmpty()) {
                            Thread.sleep(5);
                        }
                        shell.stop();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    /// Evaluates and gives the outcomes.
    List<Evaluated> evaluate(String text) {
        List<Evaluated> told = new ArrayList<>();
        shell.evaluate(text, told::add);
        return told;
    }

    /// Evaluates and gives the last outcome.
    Outcome run(String text) {
        return evaluate(text).getLast().outcome();
    }

    /// The text of the value of an expression.
    String value(String text) {
        return run(text) instanceof Outcome.Value(String _, String _, String shown)
                ? shown
                : "no value";
    }

    private static Wardrobe.Found keysOf(String user) {
        return switch (user) {
            case "Test" ->
                    new Wardrobe.Keys(
                            List.of(
                                    key("AKIAOLD", true, 1),
                                    key("AKIANEWEST", true, 2),
                                    key("AKIAOFF", false, 3)));
            case "Off" -> new Wardrobe.Keys(List.of(key("AKIAOFF", false, 1)));
            case "Bare" -> new Wardrobe.Keys(List.of());
            default -> new Wardrobe.NoSuchUser(List.of("Test", "Off", "Bare"));
        };
    }

    private static Wardrobe.Key key(String id, boolean active, long second) {
        return new Wardrobe.Key(
                CredentialsValue.ofKey(id, "secret"), active, Instant.ofEpochSecond(second));
    }

    @Override
    public void close() {
        shell.close();
        aws.close();
    }

    private final class Told implements Running {
        @Override
        public void begin(String snippetId) {
            told.add("begin " + snippetId);
        }

        @Override
        public void end(String snippetId) {
            told.add("end " + snippetId);
        }
    }

    private final class ToldAgain implements Replay {
        @Override
        public void begin(String snippetId) {
            told.add("again " + snippetId);
        }

        @Override
        public void end(String snippetId) {
            told.add("done again " + snippetId);
        }
    }
}

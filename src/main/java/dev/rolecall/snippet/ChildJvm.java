package dev.rolecall.snippet;

import dev.rolecall.snippet.agent.Frame;
import dev.rolecall.snippet.agent.Inlet;
import dev.rolecall.snippet.agent.Link;
import dev.rolecall.snippet.agent.Request;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jdk.jshell.execution.StreamingExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControl.ExecutionControlException;
import org.jspecify.annotations.Nullable;

/// One child JVM: its process, its link, and JShell's stream of commands over it.
final class ChildJvm implements AutoCloseable {
    /// The stream that the child answers on holds texts and stack traces; nothing else is read.
    private static final ObjectInputFilter ANSWERS =
            ObjectInputFilter.Config.createFilter(
                    "java.lang.StackTraceElement;java.lang.String;!*");

    /// What `-XX:+ExitOnOutOfMemoryError` exits with.
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final Link link;
    private final Path log;
    private final Duration patience;
    private final Dresser dresser;
    private final Inlet answers = new Inlet();
    private final Printer out;
    private final Printer err;
    private final ExecutionControl control;
    private volatile boolean muted;
    private volatile @Nullable List<String> refusal;
    private volatile boolean killed;
    private volatile @Nullable String exitedBy;
    private volatile boolean gone;

    /// @param log what the JVM itself says
    /// @param patience how long it may take to end in good order when the shell is closed
    ChildJvm(
            Process process,
            Link link,
            Path log,
            Duration patience,
            Dresser dresser,
            Consumer<Printed> output)
            throws IOException {
        this.process = process;
        this.link = link;
        this.log = log;
        this.patience = patience;
        this.dresser = dresser;
        Consumer<Printed> unlessMuted =
                printed -> {
                    if (!muted) {
                        output.accept(printed);
                    }
                };
        out = new Printer(false, unlessMuted);
        err = new Printer(true, unlessMuted);
        link.listen(this::handle, this::ended);
        ObjectOutputStream commands =
                new ObjectOutputStream(
                        new BufferedOutputStream(link.stream(Frame.Kind.COMMAND), 8192));
        commands.flush();
        ObjectInputStream in = new ObjectInputStream(answers);
        in.setObjectInputFilter(ANSWERS);
        control = new StreamingExecutionControl(commands, in);
    }

    /// JShell's commands.
    ExecutionControl control() {
        return control;
    }

    /// Asks for what JShell has no command for.
    List<String> ask(Request request, List<String> asked) throws ExecutionControlException {
        Object answer = control.extensionCommand(request.name(), asked.toArray(String[]::new));
        return List.of((String[]) answer);
    }

    /// The classes that come next are this snippet's.
    void snippet(String id) {
        link.send(Frame.texts(Frame.Kind.SNIPPET, List.of(id)));
    }

    void announce(long run) {
        refusal = null;
        String number = Long.toString(run);
        // its threads, too, are not heard, however long they live
        List<String> texts = muted ? List.of(number, "muted") : List.of(number);
        link.send(Frame.texts(Frame.Kind.RUN, texts));
    }

    void stop(long run) {
        link.send(Frame.texts(Frame.Kind.STOP, List.of(Long.toString(run))));
    }

    void become(String profile, CredentialsValue value) {
        List<String> texts = new ArrayList<>(List.of(profile));
        texts.addAll(texts(value));
        link.send(Frame.texts(Frame.Kind.BECOME, texts));
    }

    /// Whether what is printed from now on is dropped.
    void mute(boolean muted) {
        this.muted = muted;
    }

    /// AWS's answer in what the last run threw: service, code, status, message, request id.
    Optional<List<String>> refusal() {
        return Optional.ofNullable(refusal);
    }

    static List<String> texts(CredentialsValue value) {
        List<String> texts = new ArrayList<>(List.of(value.accessKeyId(), value.secretAccessKey()));
        value.sessionToken().ifPresent(texts::add);
        return texts;
    }

    boolean alive() {
        return !gone && process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        killed = true;
        process.destroyForcibly();
    }

    /// How it came to its end. Waits for the process, whose stream ends a moment before it does.
    Outcome.Death death() {
        if (killed) {
            return new Outcome.Death.Killed();
        }
        int status = exitStatus(Duration.ofSeconds(2));
        if (status == OUT_OF_MEMORY && saysOutOfMemory()) {
            return new Outcome.Death.OutOfMemory();
        }
        // who halts says nothing before
        return exitedBy != null ? new Outcome.Death.Exit(status) : new Outcome.Death.Crash(status);
    }

    /// The run whose code called `System.exit`, where that is known.
    Optional<Long> exitedBy() {
        return Optional.ofNullable(exitedBy).filter(run -> !run.isEmpty()).map(Long::valueOf);
    }

    private boolean saysOutOfMemory() {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1).contains("OutOfMemoryError");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        control.close();
        if (!patience.isZero()) {
            exitStatus(patience);
        }
        link.close();
        process.destroyForcibly();
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            // a file of a few bytes stays in the lab's folder
        }
    }

    private int exitStatus(Duration patience) {
        try {
            if (!process.waitFor(patience)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return -1;
        }
    }

    private void handle(Frame frame) {
        switch (frame.kind()) {
            case RESPONSE -> answers.put(frame.body());
            case OUT -> out.print(frame.body());
            case ERR -> err.print(frame.body());
            case ASK -> Thread.ofVirtual().start(() -> answer(frame.texts()));
            case REFUSED -> refusal = frame.texts();
            case EXITING -> exitedBy = frame.texts().getFirst();
            case HELLO, COMMAND, SNIPPET, RUN, STOP, BECOME, ANSWER ->
                    throw new IllegalStateException("not for the shell: " + frame.kind());
        }
    }

    private void answer(List<String> question) {
        List<String> texts = new ArrayList<>(List.of(question.get(0)));
        texts.addAll(dresser.answer(question.get(1)));
        link.send(Frame.texts(Frame.Kind.ANSWER, texts));
    }

    private void ended() {
        gone = true;
        answers.end();
    }
}

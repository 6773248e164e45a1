package dev.rolecall.snippet.agent;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import jdk.jshell.execution.Util;
import org.jspecify.annotations.Nullable;

/// The child JVM's own program: it connects to the shell and does what it says until it goes away.
///
/// Arguments: the shell's port. The token that proves who connects comes through the standard
/// input, where no other user of the machine can read it.
public final class Agent {
    /// Set for a training run, whose JVM writes its AOT cache when it exits in good order.
    public static final String TRAINING = "rolecall.training";

    static final Current CURRENT = new Current();
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static volatile @Nullable Questions questions;

    private Agent() {}

    /// Runs until the shell goes away.
    public static void main(String[] args) throws IOException {
        String token = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        Link link =
                new Link(new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])));
        takeOver(link);
        Questions asked = new Questions(link);
        questions = asked;
        Inlet commands = new Inlet();
        SnippetControl control = new SnippetControl(link);
        Thread.setDefaultUncaughtExceptionHandler(new Uncaught(control.places()));
        link.send(Frame.texts(Frame.Kind.HELLO, List.of(token)));
        link.listen(frame -> handle(frame, commands, control, asked), Agent::leave);
        WarmUp.start();
        serve(control, commands, link);
    }

    static Questions questions() {
        Questions there = questions;
        if (there == null) {
            throw new IllegalStateException("not in a lab");
        }
        return there;
    }

    private static void takeOver(Link link) {
        System.setIn(InputStream.nullInputStream());
        System.setOut(printing(link, Frame.Kind.OUT));
        System.setErr(printing(link, Frame.Kind.ERR));
        // System.exit must not swallow what was printed before it
        Runtime.getRuntime().addShutdownHook(new Thread(() -> sayGoodbye(link)));
    }

    private static void sayGoodbye(Link link) {
        link.send(Frame.texts(Frame.Kind.EXITING, List.of(Substitutes.exitedBy())));
        link.drain(LAST_WORDS);
    }

    private static PrintStream printing(Link link, Frame.Kind kind) {
        return new PrintStream(new Heard(link.stream(kind)), true, StandardCharsets.UTF_8);
    }

    /// Drops what a run of the past prints again.
    private static final class Heard extends OutputStream {
        private final OutputStream out;

        private Heard(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (!Run.isMuted()) {
                out.write(bytes, from, length);
            }
        }
    }

    private static void handle(
            Frame frame, Inlet commands, SnippetControl control, Questions asked) {
        switch (frame.kind()) {
            case COMMAND -> commands.put(frame.body());
            case SNIPPET -> control.places().snippet(frame.texts().getFirst());
            case RUN -> control.runner().announce(run(frame.texts()));
            case STOP -> control.runner().stop(Long.parseLong(frame.texts().getFirst()));
            case BECOME -> CURRENT.become(frame.texts().getFirst(), Keys.from(frame.texts(), 1));
            case ANSWER -> asked.answered(frame.texts());
            case HELLO, RESPONSE, OUT, ERR, ASK, REFUSED, EXITING ->
                    throw new IllegalStateException("not for the child: " + frame.kind());
        }
    }

    private static Run run(List<String> texts) {
        return new Run(Long.parseLong(texts.getFirst()), texts.size() > 1);
    }

    private static void serve(SnippetControl control, Inlet commands, Link link)
            throws IOException {
        ObjectOutputStream out =
                new ObjectOutputStream(
                        new BufferedOutputStream(link.stream(Frame.Kind.RESPONSE), 8192));
        // each end waits for the other's header
        out.flush();
        Util.forwardExecutionControl(control, new ObjectInputStream(commands), out);
        leave();
    }

    private static void leave() {
        if (Boolean.getBoolean(TRAINING)) {
            System.exit(0);
        }
        // a learner's shutdown hook must not keep a JVM that nobody can reach
        Runtime.getRuntime().halt(0);
    }
}

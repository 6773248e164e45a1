package dev.rolecall.check;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Swallows what a check prints: its words are its outcome. Other threads of the program, whose
/// output may go on meanwhile, are left alone.
final class Quiet implements AutoCloseable {
    // Inherited, because JUnit runs a check with a timeout in a thread of its own.
    private static final InheritableThreadLocal<Boolean> QUIET = new InheritableThreadLocal<>();
    private static final Object LOCK = new Object();
    private static int open;

    private Quiet() {}

    static Quiet begin() {
        synchronized (LOCK) {
            if (open++ == 0) {
                System.setOut(new Muted(System.out));
                System.setErr(new Muted(System.err));
            }
        }
        QUIET.set(true);
        return new Quiet();
    }

    @Override
    public void close() {
        QUIET.remove();
        synchronized (LOCK) {
            if (--open == 0) {
                restore();
            }
        }
    }

    // Only if nobody has replaced the stream meanwhile.
    private static void restore() {
        if (System.out instanceof Muted muted) {
            System.setOut(muted.original);
        }
        if (System.err instanceof Muted muted) {
            System.setErr(muted.original);
        }
    }

    private static final class Muted extends PrintStream {
        private final PrintStream original;

        Muted(PrintStream original) {
            super(new Switch(original), true, StandardCharsets.UTF_8);
            this.original = original;
        }
    }

    private static final class Switch extends OutputStream {
        private final PrintStream original;

        Switch(PrintStream original) {
            this.original = original;
        }

        @Override
        public void write(int b) {
            if (QUIET.get() == null) {
                original.write(b);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (QUIET.get() == null) {
                original.write(bytes, from, length);
            }
        }

        @Override
        public void flush() {
            original.flush();
        }
    }
}

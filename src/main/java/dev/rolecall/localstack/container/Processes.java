package dev.rolecall.localstack.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// The processes that can be seen from here, to know whether a shell that started a container still
/// lives. What cannot be judged with certainty is never called gone.
final class Processes {
    /// Is the shell there?
    enum Fate {
        ALIVE,
        GONE,
        /// Of another machine, another person, or another container's processes.
        UNKNOWN
    }

    /// In `/proc/PID/stat`, counted after the name's closing bracket.
    private static final int STATE = 0;

    private static final int START = 19;

    private final Path proc;
    private final String where;

    /// @param proc `/proc`, or a folder that is not there on systems without one
    Processes(Path proc, String where) {
        this.proc = proc;
        this.where = where;
    }

    /// This machine's, as this JVM sees them.
    static Processes here() {
        Path proc = Path.of("/proc");
        return new Processes(proc, where(proc));
    }

    /// The person, the machine's name and a digest of what tells it from another of that name: the
    /// machine's id, and the name space in which processes are counted.
    private static String where(Path proc) {
        String machine = line(Path.of("/etc/machine-id"));
        String person = System.getProperty("user.name", "");
        String host = host(proc);
        return person + "@" + host + "/" + digest(machine + "\n" + nameSpace(proc));
    }

    /// Not asked of the name service, which may take its time.
    private static String host(Path proc) {
        String kernel = line(proc.resolve("sys/kernel/hostname"));
        String windows = System.getenv().getOrDefault("COMPUTERNAME", "");
        return kernel.isEmpty() ? windows.isEmpty() ? hostCommand() : windows : kernel;
    }

    private static String hostCommand() {
        try {
            Process asked = new ProcessBuilder("hostname").redirectErrorStream(true).start();
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String nameSpace(Path proc) {
        try {
            return Files.readSymbolicLink(proc.resolve("self/ns/pid")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    private static String digest(String text) {
        try {
            byte[] all =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /// This JVM's own mark. Where its begin cannot be known, nobody will be able to judge it.
    ShellMark own() {
        long pid = ProcessHandle.current().pid();
        return new ShellMark(where, pid, began(pid).text().orElse(""));
    }

    Fate fate(ShellMark shell) {
        if (!shell.where().equals(where)) {
            return Fate.UNKNOWN;
        }
        Began now = began(shell.pid());
        if (now.fate() != Fate.ALIVE) {
            return now.fate();
        }
        return now.text().equals(Optional.of(shell.began())) ? Fate.ALIVE : Fate.GONE;
    }

    private record Began(Fate fate, Optional<String> text) {
        static Began at(String text) {
            return new Began(Fate.ALIVE, Optional.of(text));
        }

        static Began not(Fate fate) {
            return new Began(fate, Optional.empty());
        }
    }

    private Began began(long pid) {
        return Files.isReadable(proc.resolve("self/stat")) ? ofLinux(pid) : ofOthers(pid);
    }

    /// The clock's ticks since the machine began, not the time of day: that is derived from a clock
    /// that may be set, and then a living process would seem to be another.
    private Began ofLinux(long pid) {
        try {
            String stat =
                    Files.readString(proc.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            if ("ZX".contains(fields[STATE])) {
                return Began.not(Fate.GONE);
            }
            String boot = line(proc.resolve("sys/kernel/random/boot_id"));
            return Began.at(fields[START] + "." + boot);
        } catch (NoSuchFileException e) {
            return Began.not(Fate.GONE);
        } catch (IOException | IndexOutOfBoundsException e) {
            return Began.not(Fate.UNKNOWN);
        }
    }

    private static Began ofOthers(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().startInstant())
                .map(start ->
                        start.map(Instant::toString).map(Began::at).orElse(Began.not(Fate.UNKNOWN)))
                .orElse(Began.not(Fate.GONE));
    }
}

package dev.rolecall;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A program in a pseudo-terminal, and somebody who types and reads. The terminal is made by
/// `script` of util-linux, which every Linux has.
final class Pty implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 60_000;

    private final Process process;
    private final StringBuilder screen = new StringBuilder();
    private int read;

    private Pty(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::pump);
    }

    static Pty start(List<String> command, Map<String, String> environment, int columns)
            throws IOException {
        String quoted =
                command.stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
        ProcessBuilder builder =
                new ProcessBuilder(
                        "script",
                        "-q",
                        "-e",
                        "-c",
                        "stty rows 40 cols " + columns + "; exec " + quoted,
                        "/dev/null");
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        return new Pty(builder.start());
    }

    /// Whether a pseudo-terminal can be made here at all.
    static boolean available() {
        return Files.isExecutable(Path.of("/usr/bin/script"));
    }

    private void pump() {
        byte[] buffer = new byte[8192];
        try (InputStream in = process.getInputStream()) {
            int n = in.read(buffer);
            while (n >= 0) {
                synchronized (screen) {
                    screen.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                    screen.notifyAll();
                }
                n = in.read(buffer);
            }
        } catch (IOException e) {
            // The terminal is gone; what was read stays.
            return;
        }
    }

    /// Types a line and Enter.
    void type(String line) throws IOException {
        press(line + "\r");
    }

    /// Types keys as they are.
    void press(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /// Waits until this text appears after what was awaited before, and returns what came up to its
    /// end, without escape sequences.
    String await(String text) throws InterruptedException {
        return await(Pattern.compile(Pattern.quote(text)), PATIENCE_MILLIS);
    }

    /// The same for a text of this form.
    String await(Pattern form, long patienceMillis) throws InterruptedException {
        long end = System.currentTimeMillis() + patienceMillis;
        synchronized (screen) {
            while (true) {
                String fresh = plain(screen.substring(read));
                Matcher match = form.matcher(fresh);
                if (match.find()) {
                    read = rawEnd(form);
                    return fresh.substring(0, match.end());
                }
                long left = end - System.currentTimeMillis();
                if (left <= 0) {
                    throw new AssertionError("waited for `" + form + "` and saw:\n" + fresh);
                }
                screen.wait(left);
            }
        }
    }

    /// Where in the raw text the first place ends whose plain text has this form.
    private int rawEnd(Pattern form) {
        int from = read;
        int to = screen.length();
        while (from < to) {
            int middle = (from + to) / 2;
            if (form.matcher(plain(screen.substring(read, middle))).find()) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return to;
    }

    private static String plain(String raw) {
        return raw.replaceAll("\u001b\\[[0-9;?]*[ -/]*[@-~]", "")
                .replaceAll("\u001b[()][0-9A-Za-z]|\u001b[=>]", "")
                .replace("\r", "");
    }

    /// Everything so far, without escape sequences.
    String all() {
        synchronized (screen) {
            return plain(screen.toString());
        }
    }

    /// Everything so far, as it came.
    String raw() {
        synchronized (screen) {
            return screen.toString();
        }
    }

    /// Waits for the end and returns the exit status.
    int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the program does not end; the screen was:\n" + all());
        }
        return process.exitValue();
    }

    /// The program's processes, without the one that makes the terminal.
    List<Long> processes() {
        return process.descendants()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .toList();
    }

    /// The program's own process, which `script` starts a moment after it was started itself.
    ProcessHandle program() throws InterruptedException {
        while (process.isAlive()) {
            Optional<ProcessHandle> program = process.children().findFirst();
            if (program.isPresent()) {
                return program.get();
            }
            Thread.sleep(1);
        }
        throw new AssertionError("the program is not there any more; the screen was:\n" + all());
    }

    /// Kills the program as `kill -9` does, with all that it started.
    void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}

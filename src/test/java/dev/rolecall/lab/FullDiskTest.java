package dev.rolecall.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A disk of 96 MB in memory, seen by one process alone, that is filled while a lab is played on
/// it.
@Timeout(180)
class FullDiskTest {
    private static final String MOUNT = "mount -t tmpfs -o size=96m none \"$0\" && exec \"$@\"";

    @TempDir Path folder;

    private static List<String> output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            return out.lines().toList();
        }
    }

    /// With a mount of its own: as root, or as root of a namespace of its own.
    private List<String> onASmallDisk(String... command) throws IOException {
        Path disk = folder.resolve("disk");
        assertThat(disk.toFile().mkdirs() || disk.toFile().isDirectory()).isTrue();
        for (List<String> how :
                List.of(
                        List.of("unshare", "--mount"),
                        List.of("unshare", "--user", "--map-root-user", "--mount"))) {
            List<String> begin = new ArrayList<>(how);
            begin.addAll(List.of("--", "sh", "-c", MOUNT, disk.toString()));
            if (works(begin)) {
                begin.addAll(List.of(command));
                return output(begin);
            }
        }
        assumeTrue(false, "NOT TRIED ON A FULL DISK: no small disk can be mounted here");
        return List.of();
    }

    private static boolean works(List<String> begin) {
        List<String> tried = new ArrayList<>(begin);
        tried.addAll(List.of("echo", "mounted"));
        try {
            return output(tried).equals(List.of("mounted"));
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void theLabGoesOnInMemoryAndIsKeptAgainWhenThereIsRoom() throws IOException {
        List<String> told =
                onASmallDisk(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDiskMain.class.getName(),
                        folder.resolve("disk").toString(),
                        folder.resolve("labs").toString());
        assertThat(of("filled", told)).hasSize(2).containsOnly("No space left on device");
        assertThat(of("done", told)).containsExactly("[1]", "[1, 2]");
        assertThat(of("full", told))
                .filteredOn(line -> line.startsWith("not kept"))
                .as("said once")
                .containsExactly(
                        "not kept: cannot write to "
                                + folder.resolve("disk/kept")
                                + "; make room there, or make it writable");
        assertThat(of("value", told)).containsExactly("42");
        assertThat(of("put", told))
                .singleElement()
                .asString()
                .contains("code=DiskFull, status=400, message=Rolecall cannot write to ")
                .contains("so this was not stored. Make room there");
        assertThat(of("objects", told)).containsExactly("0", "1");
        assertThat(of("kept", told)).as("what was kept before still is").containsExactly("true");
        assertThat(of("room", told)).contains("said: Everything is kept again.");
        assertThat(of("again", told)).as("after a restart").containsExactly("[1, 2]");
        assertThat(of("users", told)).containsExactly("2");
        assertThat(of("error", told))
                .singleElement()
                .asString()
                .startsWith("cannot write into " + folder.resolve("disk/files/learner"))
                .endsWith("; free space there, or give yourself the right to write");
    }

    private static List<String> of(String name, List<String> told) {
        return told.stream()
                .flatMap(line ->
                        line.startsWith(name + ": ")
                                ? Stream.of(line.substring(name.length() + 2))
                                : Stream.empty())
                .toList();
    }
}

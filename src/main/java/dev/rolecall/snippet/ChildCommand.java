package dev.rolecall.snippet;

import dev.rolecall.snippet.ShellSettings.AotCache;
import dev.rolecall.snippet.agent.Agent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;

/// How a child JVM is started: its command line, and all of its environment.
///
/// The names of the variables are those of the "AWS SDKs and Tools Reference Guide", "Environment
/// variables"; nothing of this process's environment is handed on but what Windows needs to open a
/// socket.
final class ChildCommand {
    private final ShellSettings settings;
    private final LabFiles files;
    private final List<Path> classPath;

    ChildCommand(ShellSettings settings, LabFiles files, List<Path> classPath) {
        this.settings = settings;
        this.files = files;
        this.classPath = classPath;
    }

    ProcessBuilder process(int port, long number) {
        ProcessBuilder builder =
                new ProcessBuilder(line(port))
                        .directory(files.home().toFile())
                        .redirectErrorStream(true)
                        // what the JVM itself says is no output of the learner's
                        .redirectOutput(files.log(number).toFile());
        Map<String, String> environment = builder.environment();
        String windows = environment.get("SystemRoot");
        environment.clear();
        environment.putAll(environment());
        if (windows != null) {
            environment.put("SystemRoot", windows);
        }
        return builder;
    }

    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("HOME", files.home().toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("AWS_CONFIG_FILE", files.config().toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", files.credentials().toString());
        environment.put("AWS_ENDPOINT_URL", settings.endpoint().toString());
        environment.put("AWS_REGION", "us-east-1");
        environment.put("AWS_DEFAULT_REGION", "us-east-1");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        return environment;
    }

    private List<String> line(int port) {
        List<String> line = new ArrayList<>(deafToCtrlC());
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(jvmFlags());
        line.addAll(properties());
        line.add("-cp");
        line.add(ChildClassPath.text(classPath));
        line.add(Agent.class.getName());
        line.add(Integer.toString(port));
        return line;
    }

    /// A terminal sends Ctrl-C to everything that was started from it. The child must not end by
    /// it: stopping a snippet is [StopButton]'s work. A signal that is ignored when a JVM starts
    /// stays ignored in it.
    private static List<String> deafToCtrlC() {
        return Files.isExecutable(Path.of("/bin/sh"))
                ? List.of("/bin/sh", "-c", "trap '' INT QUIT; exec \"$@\"", "learner")
                : List.of();
    }

    private List<String> jvmFlags() {
        List<String> flags =
                new ArrayList<>(
                        List.of(
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx" + settings.heapMegabytes() + "m",
                                "-Xms16m",
                                "-XX:-UsePerfData",
                                // a full heap costs the learner a line, not a JVM that half works
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:-CreateCoredumpOnCrash",
                                "-XX:ErrorFile=" + files.temporary().resolve("crash.log"),
                                "--sun-misc-unsafe-memory-access=allow",
                                "--enable-native-access=ALL-UNNAMED"));
        switch (settings.cache()) {
            case AotCache.None() -> {}
            case AotCache.Use(Path file) -> {
                if (Files.exists(file)) {
                    flags.add("-XX:AOTCache=" + file.toAbsolutePath());
                }
            }
            case AotCache.Make(Path file) -> {
                flags.add("-XX:AOTCacheOutput=" + file.toAbsolutePath());
                flags.add("-D" + Agent.TRAINING + "=true");
            }
        }
        return flags;
    }

    private List<String> properties() {
        return List.of(
                "-Duser.home=" + files.home(),
                "-Djava.io.tmpdir=" + files.temporary(),
                "-Duser.timezone=" + TimeZone.getDefault().getID(),
                "-Dfile.encoding=UTF-8",
                "-Daws.region=us-east-1",
                "-Daws.endpointUrl=" + settings.endpoint(),
                "-Dsoftware.amazon.awssdk.http.service.impl="
                        + "software.amazon.awssdk.http.urlconnection.UrlConnectionSdkHttpService",
                "-Dsoftware.amazon.awssdk.http.async.service.impl="
                        + "software.amazon.awssdk.http.nio.netty.NettySdkAsyncHttpService");
    }
}

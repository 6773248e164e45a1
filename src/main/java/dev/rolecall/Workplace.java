package dev.rolecall;

import dev.rolecall.cloud.Backing;
import dev.rolecall.cloud.CloudSettings;
import dev.rolecall.console.Colour;
import dev.rolecall.console.Theme;
import dev.rolecall.course.Course;
import dev.rolecall.course.Lab;
import dev.rolecall.fault.UserError;
import dev.rolecall.guard.LabClock;
import dev.rolecall.iam.Ids;
import dev.rolecall.lab.LabSettings;
import dev.rolecall.progress.Home;
import dev.rolecall.progress.RunStore;
import dev.rolecall.snippet.ShellSettings.AotCache;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Where this start of the program finds its things.
final class Workplace {
    private static final int HIGHEST_PORT = 65535;

    private final Path install;
    private final Map<String, String> environment;

    /// @param install the folder that has `labs`
    private Workplace(Path install, Map<String, String> environment) {
        this.install = install;
        this.environment = environment;
    }

    static Workplace here() {
        String install = System.getProperty("rolecall.install", "");
        return new Workplace(
                Path.of(install.isEmpty() ? System.getProperty("user.dir", ".") : install),
                System.getenv());
    }

    /// Whether what is printed goes to a terminal.
    static boolean onTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    Course course() {
        return Course.open(install.resolve("labs"));
    }

    Home home() {
        return Home.open(Home.place(environment, Path.of(System.getProperty("user.home", "."))));
    }

    /// Whether the terminal cannot move its cursor.
    boolean dumb() {
        return Colour.dumb(environment);
    }

    Theme theme(boolean plain, boolean terminal) {
        return Colour.theme(environment, plain, terminal);
    }

    /// The settings of a run that is kept in the home.
    LabSettings kept(Lab lab, Home home, int port, Backing backing) {
        Path folder = home.folder("runs/" + lab.id() + suffix(backing));
        Optional<RunStore> store =
                home.keeps() ? Optional.of(new RunStore(folder)) : Optional.empty();
        return settings(lab, folder, home, store, port, backing, true);
    }

    /// A run on another cloud is another run: what one keeps is not in the other.
    private static String suffix(Backing backing) {
        return switch (backing) {
            case Backing.Embedded() -> "";
            case Backing.Container _ -> "@localstack";
            case Backing.Running(URI endpoint) ->
                    "@" + endpoint.getRawAuthority().replaceAll("[^\\w.-]", "_");
        };
    }

    /// The settings of a run that leaves nothing behind but compiled checks.
    ///
    /// @param place a home for this run alone
    LabSettings passing(Lab lab, Home place, int port, Backing backing) {
        return settings(lab, place.folder(), place, Optional.empty(), port, backing, false);
    }

    private LabSettings settings(
            Lab lab,
            Path files,
            Home home,
            Optional<RunStore> store,
            int port,
            Backing backing,
            boolean spare) {
        return new LabSettings(
                lab,
                files,
                cache(home),
                store,
                new LabClock(Clock.systemUTC()),
                Ids.secure(),
                checked(port),
                backing,
                learnerCache(),
                Version.text(),
                spare,
                bugs(home.folder().resolve("bugs.log")));
    }

    /// The settings of a cloud without a lab.
    ///
    /// @param place a home for this cloud alone
    /// @param progress takes lines for people
    CloudSettings cloud(Home place, int port, Backing backing, Consumer<String> progress) {
        return new CloudSettings(
                checked(port),
                place.folder().resolve("bodies"),
                new LabClock(Clock.systemUTC()),
                Ids.secure(),
                backing,
                progress,
                bugs(place.folder().resolve("bugs.log")));
    }

    private static int checked(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UserError("there is no port " + port, "choose one from 1 to " + HIGHEST_PORT);
        }
        return port;
    }

    /// What can be made again (compiled checks, the learner's own jar) lies beside the build, where
    /// the caches of the JVMs were made for these very files; in the home where that folder cannot
    /// be written.
    private Path cache(Home home) {
        Path built = install.resolve("target/launch");
        return Files.isWritable(built) ? built : home.folder("cache");
    }

    private AotCache learnerCache() {
        String training = System.getProperty("rolecall.train", "");
        return training.isEmpty()
                ? new AotCache.Use(install.resolve("target/launch/learner.aot"))
                : new AotCache.Make(Path.of(training).resolve("learner.aot"));
    }

    /// A bug in the cloud is AWS's 500 to the learner; what it was goes into a file.
    private static Consumer<RuntimeException> bugs(Path file) {
        return bug -> {
            try (PrintWriter log =
                    new PrintWriter(
                            Files.newBufferedWriter(
                                    file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
                bug.printStackTrace(log);
            } catch (IOException e) {
                // The learner gets AWS's 500 all the same: there is no better place to say it.
                return;
            }
        };
    }
}

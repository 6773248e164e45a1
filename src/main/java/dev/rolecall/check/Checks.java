package dev.rolecall.check;

import dev.rolecall.course.Step;
import dev.rolecall.fault.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

/// A lab's checks, compiled and ready to run. Not for two threads at once.
public final class Checks {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Class<?> outer;
    private final Launcher launcher;
    private final String timeout;

    private Checks(Class<?> outer, Duration timeout) {
        this.outer = outer;
        this.timeout = timeout.toMillis() + " ms";
        this.launcher = launcher();
    }

    /// Compiles the checks, or takes the classes of an earlier start. Throws [UserError] with file
    /// and line if they do not compile.
    ///
    /// @param source the lab's `*Checks.java`
    /// @param cache a folder that may be deleted at any time
    /// @param engine names the engine's build: classes made against another one are not taken
    public static Checks open(Path source, Path cache, String engine) {
        return open(source, cache, engine, TIMEOUT);
    }

    /// The same with another time for each criterion, after which its check is broken off.
    public static Checks open(Path source, Path cache, String engine, Duration timeout) {
        return new Checks(CheckClasses.load(source, cache, engine), timeout);
    }

    /// Runs the criteria of a step. Throws [UserError] if the checks have no class for it.
    public StepOutcome run(Step step, World world) {
        return run(step, world, Agreement.always());
    }

    /// The same, where what is behind the cloud may differ from it: then a criterion that read what
    /// differs is not met.
    public StepOutcome run(Step step, World world, Agreement agreement) {
        Class<?> nested =
                nested(step)
                        .orElseThrow(() ->
                                new UserError(
                                        outer.getSimpleName()
                                                + ".java has no @Nested class "
                                                + step.checksName()
                                                + " for the step `"
                                                + step.id()
                                                + "`",
                                        "write it, or rename the step"));
        return new StepOutcome(
                step.id(), new CheckRun(outer, nested, timeout).with(world, agreement, launcher));
    }

    /// The names of the nested classes, for a lab's author to compare with the steps.
    public List<String> steps() {
        return List.of(outer.getDeclaredClasses()).stream().map(Class::getSimpleName).toList();
    }

    private Optional<Class<?>> nested(Step step) {
        for (Class<?> candidate : outer.getDeclaredClasses()) {
            if (candidate.getSimpleName().equals(step.checksName())) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    // Only Jupiter, and nothing looked up on the class path: discovery costs the first check.
    private static Launcher launcher() {
        return LauncherFactory.create(
                LauncherConfig.builder()
                        .enableTestEngineAutoRegistration(false)
                        .enableLauncherDiscoveryListenerAutoRegistration(false)
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .enablePostDiscoveryFilterAutoRegistration(false)
                        .enableTestExecutionListenerAutoRegistration(false)
                        .addTestEngines(jupiter())
                        .build());
    }

    private static TestEngine jupiter() {
        for (TestEngine engine : ServiceLoader.load(TestEngine.class)) {
            if (engine.getId().equals("junit-jupiter")) {
                return engine;
            }
        }
        throw new IllegalStateException("no Jupiter engine on the class path");
    }
}

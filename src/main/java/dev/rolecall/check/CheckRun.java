package dev.rolecall.check;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/// One run of one step's nested class.
final class CheckRun {
    /// The configuration parameter by which [WorldResolver] finds the run's world.
    static final String RUN = "dev.rolecall.run";

    // JUnit makes the resolver itself, so the world of each run waits here for it.
    private static final Map<String, Subject> SUBJECTS = new ConcurrentHashMap<>();

    /// What is checked.
    record Subject(World world, Agreement agreement) {}

    private final Class<?> outer;
    private final Class<?> nested;
    private final String timeout;

    /// @param timeout for each criterion, as JUnit writes it: `5 s`
    CheckRun(Class<?> outer, Class<?> nested, String timeout) {
        this.outer = outer;
        this.nested = nested;
        this.timeout = timeout;
    }

    List<Criterion> with(World world, Agreement agreement, Launcher launcher) {
        String id = UUID.randomUUID().toString();
        SUBJECTS.put(id, new Subject(world, agreement));
        try (Quiet _ = Quiet.begin()) {
            TestPlan plan = launcher.discover(request(id));
            Outcomes outcomes = new Outcomes(plan);
            launcher.execute(plan, outcomes);
            return outcomes.criteria();
        } finally {
            SUBJECTS.remove(id);
        }
    }

    static Subject subject(String run) {
        Subject subject = SUBJECTS.get(run);
        if (subject == null) {
            throw new IllegalStateException("no run " + run);
        }
        return subject;
    }

    // The one nested class is selected and nothing else is looked for. A thread of its own for each
    // criterion lets a timeout end a check that does not answer.
    private LauncherDiscoveryRequest request(String id) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectNestedClass(List.of(outer), nested))
                .configurationParameter(RUN, id)
                .configurationParameter(
                        "junit.jupiter.testmethod.order.default",
                        MethodOrderer.OrderAnnotation.class.getName())
                .configurationParameter(
                        "junit.jupiter.execution.timeout.testable.method.default", timeout)
                .configurationParameter(
                        "junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
                .enableImplicitConfigurationParameters(false)
                .build();
    }
}

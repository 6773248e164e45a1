package dev.rolecall.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Says in one line how many tests had no container to run on. JUnit finds it by its service file.
///
/// A build has two JVMs with tests, and one line all the same: where Maven goes on to the tests of
/// the built program, the first leaves its number to the second.
public final class NotTried implements TestExecutionListener {
    /// What Maven was asked for, as the tests before the built program's are told.
    private static final String GOALS = "rolecall.goals";

    /// Set for the tests of the built program.
    private static final String SECOND = "rolecall.built";

    private static final Pattern GOES_ON = Pattern.compile("\\b(verify|install|deploy)\\b");
    private static final Path EARLIER = Path.of("target", "not-tried");

    private final Set<String> notTried = ConcurrentHashMap.newKeySet();
    private volatile Optional<TestPlan> plan = Optional.empty();

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = Optional.of(started);
    }

    @Override
    public void executionSkipped(TestIdentifier skipped, String reason) {
        note(skipped);
    }

    @Override
    public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            note(finished);
        }
    }

    private void note(TestIdentifier test) {
        if (!test.getTags().contains(TestTag.create("container"))) {
            return;
        }
        if (test.isTest()) {
            notTried.add(test.getUniqueId());
        }
        plan.stream()
                .flatMap(known -> known.getDescendants(test).stream())
                .filter(TestIdentifier::isTest)
                .forEach(each -> notTried.add(each.getUniqueId()));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        int number = notTried.size();
        if (GOES_ON.matcher(System.getProperty(GOALS, "")).find()) {
            leave(number);
        } else {
            say(number + (Boolean.getBoolean(SECOND) ? earlier() : 0));
        }
    }

    private static void say(int number) {
        if (number > 0) {
            System.out.println(
                    "NOT TRIED ON LOCALSTACK: "
                            + number
                            + (number == 1 ? " test" : " tests")
                            + "; no Docker engine answers here");
        }
    }

    private static void leave(int number) {
        try {
            Files.writeString(EARLIER, Integer.toString(number));
        } catch (IOException e) {
            say(number);
        }
    }

    private static int earlier() {
        try {
            int number = Integer.parseInt(Files.readString(EARLIER));
            Files.delete(EARLIER);
            return number;
        } catch (IOException | NumberFormatException e) {
            // There were no tests before.
            return 0;
        }
    }
}

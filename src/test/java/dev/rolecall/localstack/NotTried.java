package dev.rolecall.localstack;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Says in one line how many tests had no container to run on. JUnit finds it by its service file.
public final class NotTried implements TestExecutionListener {
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
        if (!notTried.isEmpty()) {
            System.out.println(
                    "NOT TRIED ON LOCALSTACK: "
                            + notTried.size()
                            + " tests; no Docker engine answers here");
        }
    }
}

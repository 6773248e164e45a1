package dev.rolecall.check;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.ContainerErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.opentest4j.AssertionFailedError;

/// Turns what JUnit reports into criteria and their verdicts.
final class Outcomes implements TestExecutionListener {
    private final TestPlan plan;
    private final Map<String, Verdict> verdicts = new LinkedHashMap<>();
    private final List<TestIdentifier> tests = new ArrayList<>();
    private String containerFailure = "was not run";

    Outcomes(TestPlan plan) {
        this.plan = plan;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        remember(test);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        verdicts.put(test.getUniqueId(), new Verdict.Broke("the check was skipped: " + reason));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            verdicts.put(test.getUniqueId(), verdict(result));
        } else {
            result.getThrowable().ifPresent(thrown -> containerFailure = oneLine(thrown));
        }
    }

    /// The criteria in the order in which they ran; those that never ran come last.
    List<Criterion> criteria() {
        plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .forEach(this::remember);
        return tests.stream().map(this::criterion).toList();
    }

    private void remember(TestIdentifier test) {
        if (test.isTest() && !tests.contains(test)) {
            tests.add(test);
        }
    }

    private Criterion criterion(TestIdentifier test) {
        String id =
                test.getSource()
                        .filter(MethodSource.class::isInstance)
                        .map(MethodSource.class::cast)
                        .map(MethodSource::getMethodName)
                        .orElse(test.getDisplayName());
        Verdict verdict =
                verdicts.getOrDefault(test.getUniqueId(), new Verdict.Broke(containerFailure));
        return new Criterion(id, test.getDisplayName(), verdict);
    }

    private static Verdict verdict(TestExecutionResult result) {
        Throwable thrown = result.getThrowable().orElse(null);
        return switch (result.getStatus()) {
            case SUCCESSFUL -> new Verdict.Passed();
            case ABORTED -> new Verdict.Broke("the check gave up: " + oneLine(thrown));
            case FAILED -> failed(thrown);
        };
    }

    private static Verdict failed(@Nullable Throwable thrown) {
        return switch (thrown) {
            case Unmet unmet -> unmet.verdict();
            case AssertionFailedError error when error.isExpectedDefined() ->
                    new Verdict.Failed(
                            Fact.of(String.valueOf(error.getExpected().getValue())),
                            Fact.of(String.valueOf(error.getActual().getValue())),
                            "",
                            "");
            case AwsError error when error.code().equals(ContainerErrors.CODE) ->
                    new Verdict.Failed(
                            Fact.of("an answer from LocalStack"), Fact.of(message(error)), "", "");
            case AssertionError error ->
                    new Verdict.Failed(Fact.of("the criterion"), Fact.of(message(error)), "", "");
            case null, default -> new Verdict.Broke(oneLine(thrown));
        };
    }

    private static String oneLine(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "the check failed without a reason";
        }
        String name = thrown.getClass().getSimpleName();
        String message = message(thrown);
        return (message.isEmpty() ? name : name + ": " + message) + at(thrown);
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? "" : message.lines().findFirst().orElse("").strip();
    }

    // The author's own line is what helps; JUnit's and the JDK's frames do not.
    private static String at(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String file = frame.getFileName();
            if (file != null && file.endsWith("Checks.java")) {
                return " (" + file + ":" + frame.getLineNumber() + ")";
            }
        }
        return "";
    }
}

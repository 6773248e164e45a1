package dev.rolecall.lab;

import dev.rolecall.json.JsonProblem;
import dev.rolecall.policy.PolicyDocument;
import java.util.List;

/// What LocalStack has otherwise than the cloud before it, for people.
final class Drift {
    private Drift() {}

    static List<Difference> told(List<dev.rolecall.localstack.mirror.Difference> differences) {
        return differences.stream()
                .map(each -> new Difference(Difference.Sign.CHANGED, each.words(), detail(each)))
                .toList();
    }

    /// From ours to theirs.
    private static String detail(dev.rolecall.localstack.mirror.Difference difference) {
        if (difference.ours().isEmpty() || difference.theirs().isEmpty()) {
            return "";
        }
        return String.join(
                "\n",
                LineDiff.between(lines(difference.ours().get()), lines(difference.theirs().get())));
    }

    /// A document is read line by line, whoever wrote it.
    private static List<String> lines(String text) {
        try {
            return PolicyDocument.parse(text).pretty().lines().toList();
        } catch (JsonProblem | IllegalArgumentException e) {
            return text.lines().toList();
        }
    }
}

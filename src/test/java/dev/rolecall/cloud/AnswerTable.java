package dev.rolecall.cloud;

import dev.rolecall.DocRegion;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

/// What AWS, a LocalStack alone and the same LocalStack behind the guard answer to [Questions],
/// found by asking.
record AnswerTable(List<Row> rows) {

    /// @param alone what LocalStack alone answers
    /// @param guarded what LocalStack behind the guard answers
    record Row(String group, Question question, String alone, String guarded) {
        boolean rightAlone() {
            return alone.equals(question.aws());
        }

        boolean rightGuarded() {
            return guarded.equals(question.aws());
        }

        private List<String> cells() {
            String why = question.unlike().map(reason -> ": " + reason).orElse("");
            return List.of(
                    question.asked(),
                    cell(question.aws(), true),
                    cell(alone, rightAlone()),
                    cell(guarded, rightGuarded()) + why);
        }

        private static String cell(String answer, boolean right) {
            return right ? "`" + answer + "`" : "**`" + answer + "`**";
        }
    }

    /// Asks all, some at a time: each question has accounts of its own.
    static AnswerTable ask(URI container) {
        return new AnswerTable(
                Questions.all().entrySet().stream()
                        .flatMap(group ->
                                group.getValue().parallelStream()
                                        .map(question -> row(container, group.getKey(), question))
                                        .toList()
                                        .stream())
                        .toList());
    }

    private static Row row(URI container, String group, Question question) {
        return new Row(group, question, alone(container, question), guarded(container, question));
    }

    private static String alone(URI container, Question question) {
        return told(question, AloneSide.of(container));
    }

    private static String guarded(URI container, Question question) {
        try (GuardedSide side = GuardedSide.before(container)) {
            return told(question, side);
        }
    }

    private static String told(Question question, Side side) {
        try {
            return side.shown(question.story().tell(side));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "before `" + question.asked() + "` could be asked, on " + side, e);
        }
    }

    String markdown() {
        StringBuilder page = new StringBuilder();
        page.append(
                """

                Of these %d questions LocalStack alone answers %d as AWS does, and with Rolecall %d. \
                **Bold** is not AWS's answer.
                """
                        .formatted(rows.size(), count(Row::rightAlone), count(Row::rightGuarded)));
        for (String group : rows.stream().map(Row::group).distinct().toList()) {
            page.append("\n### ").append(group).append('\n');
            page.append(
                    DocRegion.table(
                            List.of("asked", "AWS", "LocalStack alone", "with Rolecall"),
                            rows.stream()
                                    .filter(row -> row.group().equals(group))
                                    .map(Row::cells)
                                    .toList()));
        }
        return page.toString().replaceAll("\n{3,}", "\n\n");
    }

    private long count(Predicate<Row> which) {
        return rows.stream().filter(which).count();
    }
}

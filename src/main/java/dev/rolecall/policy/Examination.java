package dev.rolecall.policy;

import dev.rolecall.policy.StatementFinding.Element;
import dev.rolecall.policy.StatementFinding.Test;
import java.util.ArrayList;
import java.util.List;

/// Compares a statement with a request element by element, and keeps every comparison. It answers
/// as [Statement#matches] does, for it asks the same questions.
final class Examination {
    private final AttachedPolicy policy;
    private final Statement statement;
    private final Asked asked;

    private Examination(AttachedPolicy policy, Statement statement, Asked asked) {
        this.policy = policy;
        this.statement = statement;
        this.asked = asked;
    }

    static StatementFinding of(AttachedPolicy policy, Statement statement, Asked asked) {
        return new Examination(policy, statement, asked).finding();
    }

    private StatementFinding finding() {
        PolicyKind kind = policy.kind();
        List<Test> tests = new ArrayList<>();
        Answer principal = statement.principal(asked, kind);
        if (statement.principals().isPresent() || principal != Answer.YES) {
            String wanted = statement.principals().map(Principals::wanted).orElse("no principal");
            tests.add(test(Element.PRINCIPAL, principal, wanted, asked.principal().arn()));
        }
        tests.add(
                test(
                        Element.ACTION,
                        statement.action(asked),
                        statement.actions().map(Patterns::wanted).orElse("no action"),
                        asked.request().action()));
        if (statement.resources().isPresent() || kind != PolicyKind.TRUST) {
            tests.add(
                    test(
                            Element.RESOURCE,
                            statement.resource(asked, kind),
                            statement.resources().map(Patterns::wanted).orElse("no resource"),
                            asked.request().resource()));
        }
        addConditions(tests);
        return new StatementFinding(policy, statement.index(), tests);
    }

    private void addConditions(List<Test> tests) {
        for (Condition condition : statement.conditions()) {
            tests.add(
                    test(
                            Element.CONDITION,
                            condition.test(asked.context()),
                            condition.wanted(),
                            condition.seen(asked.context())));
        }
        statement
                .flaw()
                .ifPresent(
                        f -> tests.add(test(Element.CONDITION, Answer.UNKNOWN, f, "unreadable")));
    }

    private Test test(Element element, Answer answer, String wanted, String seen) {
        return new Test(element, answer.counts(statement.effect(), policy.kind()), wanted, seen);
    }
}

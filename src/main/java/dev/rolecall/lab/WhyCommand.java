package dev.rolecall.lab;

import dev.rolecall.guard.AuditTrail;
import dev.rolecall.guard.Recorded;
import dev.rolecall.policy.Evaluation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `/why`: how the last refusal came about.
final class WhyCommand implements Command {
    @Override
    public String name() {
        return "why";
    }

    @Override
    public String arguments() {
        return "[NUMBER]";
    }

    @Override
    public String summary() {
        return "explain the last refusal, layer by layer";
    }

    @Override
    public String details() {
        return """
        Shows who asked for what, what each kind of policy said in the order in which AWS weighs \
        them, the statement that decided, and what would make it a yes. `/why 3` explains request \
        number 3, refused or not; `/why -1` the last request.\
        """;
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        AuditTrail trail = run.cloud().trail();
        Optional<Recorded> request =
                argument.isEmpty() ? trail.lastRefused() : numbered(trail.requests(), argument);
        if (request.isPresent()) {
            explain(run, request.get(), out);
        } else if (argument.isEmpty()) {
            out.accept(new Event.Said("No request was refused so far."));
        } else if (trail.size() == 0) {
            out.accept(new Event.Said("No request was made so far."));
        } else {
            out.accept(
                    new Event.Rejected(
                            "there is no request `" + argument + "`",
                            "requests are numbered from 1 to " + trail.size()));
        }
    }

    private static void explain(LabRun run, Recorded request, Consumer<Event> out) {
        Optional<String> missing = missingRole(run, request);
        if (missing.isPresent()) {
            out.accept(
                    new Event.Said(
                            "There is no role "
                                    + missing.get()
                                    + ". AWS refuses that in the same words as a role that trusts"
                                    + " nobody, so that strangers cannot find out which roles there"
                                    + " are. iam.listRoles() shows yours."));
            return;
        }
        List<Evaluation> evaluations = run.cloud().trail().evaluations(request.number());
        out.accept(new Event.Explained(request, evaluations));
    }

    /// The role that a refused AssumeRole named, if there is none.
    private static Optional<String> missingRole(LabRun run, Recorded request) {
        return request.asked().stream()
                .filter(asked -> request.refused() && asked.action().equals("sts:AssumeRole"))
                .map(Recorded.Asked::resource)
                .filter(arn -> run.cloud().iam().role(arn).isEmpty())
                .findFirst();
    }

    private static Optional<Recorded> numbered(List<Recorded> requests, String argument) {
        if (!argument.matches("-?[0-9]{1,9}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(argument);
        int index = number < 0 ? requests.size() + number : number - 1;
        return index >= 0 && index < requests.size()
                ? Optional.of(requests.get(index))
                : Optional.empty();
    }
}

package dev.rolecall.lab;

import java.util.List;
import java.util.function.Consumer;

/// `/adopt`: takes over what somebody changed in LocalStack directly.
final class AdoptCommand implements Command {
    @Override
    public String name() {
        return "adopt";
    }

    @Override
    public String summary() {
        return "take over what was changed in LocalStack directly";
    }

    @Override
    public String details() {
        return """
        With `--cloud localstack` somebody may write straight to the container, past Rolecall. `/diff` \
        names what differs, a check fails with the word drift, and `/adopt` makes the container's \
        users, groups, roles, policies and keys yours. Buckets are always the container's.\
        """;
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        if (!run.cloud().mayDrift()) {
            out.accept(
                    new Event.Rejected(
                            "there is nothing behind the embedded cloud to take over from",
                            "rolecall --cloud localstack has a container behind it"));
            return;
        }
        String account = run.lab().account();
        if (run.cloud().drift(account).isEmpty()) {
            out.accept(new Event.Said("LocalStack has what is here: nothing to take over."));
            return;
        }
        List<String> lines = run.cloud().adopt(account);
        lines.forEach(line -> out.accept(new Event.Said(line)));
        run.lookAgain(out);
    }
}

package dev.rolecall.lab;

import dev.rolecall.console.Nearest;
import dev.rolecall.iam.User;
import dev.rolecall.snippet.CredentialsValue;
import dev.rolecall.snippet.VariableCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `/as`: tells who you act as, or changes it.
final class AsCommand implements Command {
    @Override
    public String name() {
        return "as";
    }

    @Override
    public String arguments() {
        return "[USER|VARIABLE]";
    }

    @Override
    public String summary() {
        return "tell who iam, sts and s3 act as, or change it";
    }

    @Override
    public String details() {
        return """
        `/as Test` acts with the newest active access key of the user Test. `/as session` acts with \
        the credentials in your variable `session`: what AssumeRole answered, its credentials, an \
        access key, or a credentials provider. `/as admin` goes back. Clients that you made yourself keep who they were made as. \
        In Java, `as("Test").s3()` is a client of Test's for one call.\
        """;
    }

    @Override
    public void run(LabRun run, String argument, Consumer<Event> out) {
        if (argument.isEmpty()) {
            out.accept(new Event.ActsNow(run.acting()));
            return;
        }
        Optional<User> user = run.wardrobe().user(argument);
        if (user.isPresent()) {
            asUser(run, user.get(), out);
            return;
        }
        if (!argument.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*")) {
            unknown(run, argument, out);
            return;
        }
        switch (run.javaShell().credentialsOf(argument)) {
            case VariableCredentials.Held(CredentialsValue value) ->
                    become(run, run.wardrobe().named(value), out);
            case VariableCredentials.None() ->
                    rejected(
                            run,
                            argument,
                            "the variable `"
                                    + argument
                                    + "` holds no credentials (is it null, after a call that failed?)",
                            out);
            case VariableCredentials.Failed(String why) ->
                    out.accept(
                            new Event.Rejected(
                                    "the provider `" + argument + "` gave no credentials: " + why,
                                    ""));
            case VariableCredentials.NoVariable() -> unknown(run, argument, out);
        }
    }

    private static void asUser(LabRun run, User user, Consumer<Event> out) {
        Optional<Acting> acting = run.wardrobe().newestKey(user);
        if (acting.isPresent()) {
            become(run, acting.get(), out);
        } else {
            out.accept(
                    new Event.Rejected(
                            "the user " + user.name() + " has no active access key",
                            "make one: iam.createAccessKey(b -> b.userName(\""
                                    + user.name()
                                    + "\"))"));
        }
    }

    private static void become(LabRun run, Acting acting, Consumer<Event> out) {
        run.become(acting, out);
        out.accept(new Event.ActsNow(acting));
    }

    private void unknown(LabRun run, String argument, Consumer<Event> out) {
        rejected(run, argument, "there is no user and no variable `" + argument + "`", out);
    }

    private void rejected(LabRun run, String argument, String what, Consumer<Event> out) {
        List<String> others =
                candidates(run).stream().filter(name -> !name.equals(argument)).toList();
        String near =
                Nearest.to(argument, others)
                        .map(name -> "did you mean /as " + name + "?")
                        .orElse("users: " + String.join(", ", run.wardrobe().userNames()));
        out.accept(new Event.Rejected(what, near));
    }

    @Override
    public List<String> candidates(LabRun run) {
        List<String> names = new ArrayList<>(run.wardrobe().userNames());
        names.addAll(run.javaShell().credentialHolders());
        return names;
    }
}

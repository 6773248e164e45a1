package dev.rolecall.lab;

import dev.rolecall.snippet.Outcome;
import java.util.Optional;

/// What a lab's author wants to know about a snippet that did not do what it should.
final class Trouble {
    private Trouble() {}

    static Optional<String> of(Event.Answered answered) {
        return switch (answered.snippet().outcome()) {
            case Outcome.CompileError error -> Optional.of("does not compile: " + firstLine(error));
            case Outcome.Threw threw -> Optional.of(threw.exception() + ": " + threw.message());
            case Outcome.AwsRefused refused ->
                    Optional.of(refused.code() + ": " + refused.message());
            case Outcome.JvmDied _ -> Optional.of("the JVM died");
            case Outcome.Stopped _ -> Optional.of("it was stopped");
            case Outcome.Value _, Outcome.Declared _, Outcome.Done _ -> Optional.empty();
        };
    }

    private static String firstLine(Outcome.CompileError error) {
        return error.problems().getFirst().message().lines().findFirst().orElse("");
    }
}

package dev.rolecall.policy;

import java.util.List;

/// An [Evaluation] told to a person: plain words and quoted lines, nothing about how they are
/// drawn.
///
/// @param who who asked, as short as it is clear: `Test`, `the root user`, `role deploy (session
///   s)`
/// @param what the action
/// @param on the resource: `*`, `role account-s3-full-access`, an ARN
/// @param headline the answer and why, in one phrase: `DENY, because nobody said yes`
/// @param layers what each layer said, in the order in which layers are told
/// @param suggestions what would make it a yes, each sufficient by itself, the narrowest first;
///   empty if it is one, or if no single change can do it
public record Explanation(
        String who,
        String what,
        String on,
        boolean allowed,
        String headline,
        List<Told> layers,
        List<Suggestion> suggestions) {

    public Explanation {
        layers = List.copyOf(layers);
        suggestions = List.copyOf(suggestions);
    }

    /// What one layer said.
    ///
    /// @param name `explicit deny`, `trust policy`, `identity policies` …
    /// @param voice one word: `none`, `silent`, `allows`, `denies`, `delegates`
    /// @param sentence why; empty where the voice says it all
    /// @param quotes the lines that decided, of the document as a person reads it
    public record Told(
            Evaluation.Layer layer,
            String name,
            String voice,
            String sentence,
            List<PolicyDocument.Line> quotes) {
        public Told {
            quotes = List.copyOf(quotes);
        }
    }

    /// One change that would make the answer a yes.
    ///
    /// @param sentence lower case, no final period: `allow sts:AssumeRole on this role to Test`
    public record Suggestion(Evaluation.Layer layer, String sentence) {}

    /// Explains an evaluation.
    ///
    /// @param names turns unique ids in quoted documents into ARNs
    public static Explanation of(Evaluation evaluation, PrincipalNames names) {
        return new Explanation(
                evaluation.request().principal().arn(),
                evaluation.request().action(),
                evaluation.request().resource(),
                evaluation.allowed(),
                evaluation.decision().name(),
                List.of(),
                List.of());
    }
}

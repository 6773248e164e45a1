package dev.rolecall.policy;

import dev.rolecall.policy.Evaluation.Layer;
import java.util.List;

/// An [Evaluation] told to a person: plain words and quoted lines, nothing about how they are
/// drawn.
///
/// @param who who asked, as short as it is clear: `Test`, `role deploy (session s)`
/// @param what the action
/// @param on the resource: `*`, `role account-s3-full-access`, an ARN
/// @param headline the answer and why, in one phrase: `DENY, because nobody said yes`
/// @param layers what each layer said, in the order in which layers are told
/// @param suggestions what would make it a yes, each sufficient by itself; empty if it is one, or
///   if no single change can do it
/// @param together what would do it together, where no single change can
public record Explanation(
        String who,
        String what,
        String on,
        boolean allowed,
        String headline,
        List<Told> layers,
        List<Suggestion> suggestions,
        List<Suggestion> together) {

    public Explanation {
        layers = List.copyOf(layers);
        suggestions = List.copyOf(suggestions);
        together = List.copyOf(together);
    }

    /// What one layer said.
    ///
    /// @param name `explicit deny`, `trust policy`, `identity policies` …
    /// @param voice one word: `none`, `silent`, `allows`, `denies`, `delegates`
    /// @param sentence why, lower case, no final period; empty where the voice says it all
    /// @param quotes the lines that decided, of the document as a person reads it
    public record Told(
            Layer layer,
            String name,
            String voice,
            String sentence,
            List<PolicyDocument.Line> quotes) {
        public Told {
            quotes = List.copyOf(quotes);
        }
    }

    /// One change that would make the answer a yes; it has been tried.
    ///
    /// @param layer where it would be made
    /// @param sentence lower case, no final period: `allow sts:AssumeRole on this role to Test`
    public record Suggestion(Layer layer, String sentence, Change change) {}

    /// Explains an evaluation.
    ///
    /// @param names turns unique ids in quoted documents into ARNs
    public static Explanation of(Evaluation evaluation, PrincipalNames names) {
        AccessRequest request = evaluation.request();
        Remedies remedies = new Remedies(evaluation);
        List<Suggestion> single = remedies.single();
        return new Explanation(
                Wording.who(request.principal()),
                request.action(),
                Wording.resource(request),
                evaluation.allowed(),
                Headline.of(evaluation),
                new Telling(evaluation, names).layers(),
                single,
                single.isEmpty() ? remedies.together() : List.of());
    }

    /// What would make it a yes, as one or two sentences to stand behind "What would make it a yes:
    /// "; empty if it is one.
    public String advice() {
        if (allowed) {
            return "";
        }
        List<String> alone = suggestions.stream().map(Suggestion::sentence).toList();
        List<String> parts = together.stream().map(Suggestion::sentence).toList();
        if (alone.size() == 1) {
            return alone.getFirst() + ".";
        }
        if (alone.size() == 2) {
            boolean sides = suggestions.stream().anyMatch(s -> s.layer() == Layer.IDENTITY);
            return (sides ? "either side. " : "either of these. ")
                    + capital(String.join(", or ", alone))
                    + ".";
        }
        if (!alone.isEmpty()) {
            return "any of these. " + capital(String.join(", or ", alone)) + ".";
        }
        return parts.isEmpty()
                ? "nothing that a policy can say."
                : "no single change. " + capital(String.join(", and ", parts)) + ".";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

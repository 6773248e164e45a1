package dev.rolecall.policy;

import dev.rolecall.policy.Evaluation.Layer;
import dev.rolecall.policy.Evaluation.LayerFinding;
import dev.rolecall.policy.Explanation.Told;
import dev.rolecall.policy.StatementFinding.Element;
import dev.rolecall.policy.StatementFinding.Test;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts what a layer said into a sentence, and quotes the lines that it rests on.
final class Telling {
    private static final Pattern UNIQUE_ID = Pattern.compile("\\bA(?:IDA|ROA)[A-Z0-9]{12,}\\b");

    private final Evaluation evaluation;
    private final PrincipalNames names;
    private final String holder;

    Telling(Evaluation evaluation, PrincipalNames names) {
        this.evaluation = evaluation;
        this.names = names;
        this.holder = Wording.holder(evaluation.request().principal());
    }

    List<Told> layers() {
        return evaluation.layers().stream().map(this::told).toList();
    }

    private Told told(LayerFinding finding) {
        Layer layer = finding.layer();
        return new Told(
                layer,
                Wording.layer(layer),
                Wording.voice(layer, finding.voice()),
                sentence(finding),
                quotes(finding));
    }

    private String sentence(LayerFinding finding) {
        return switch (finding.voice()) {
            case ALLOWS -> allows(finding);
            case DENIES ->
                    finding.statements().isEmpty()
                            ? "roles may not be assumed by root accounts"
                            : Wording.statement(finding.statements().getFirst());
            case DELEGATES ->
                    evaluation.request().crossAccount()
                            ? "names the account of "
                                    + holder
                                    + ", so that account's own policies decide"
                            : "names the account root, so the account's own policies decide";
            case SILENT -> silent(finding);
        };
    }

    private String allows(LayerFinding finding) {
        if (!finding.statements().isEmpty()) {
            return Wording.statement(finding.statements().getFirst());
        }
        return finding.layer() == Layer.ALWAYS
                ? "needs no permission, and no policy can deny it"
                : "the root user needs no policy";
    }

    private String silent(LayerFinding finding) {
        if (!finding.statements().isEmpty()) {
            return nearest(finding.statements().getFirst());
        }
        List<AttachedPolicy> policies = policies(finding.layer());
        if (policies.isEmpty()) {
            return nothingThere(finding.layer());
        }
        return "no statement that allows speaks of " + evaluation.request().action();
    }

    private String nothingThere(Layer layer) {
        return switch (layer) {
            case ALWAYS, EXPLICIT_DENY -> "";
            case IDENTITY -> holder + " has no policy, of its own or from a group";
            case BUCKET ->
                    evaluation.request().resource().equals("*")
                            ? "there is no bucket in the question, so none whose policy could allow it"
                            : "the bucket has no policy";
            case TRUST -> "there is no trust policy to ask";
            case SESSION -> "no session policy was passed, and a federated session needs one";
            case SERVICE_CONTROL, RESOURCE_CONTROL, BOUNDARY -> "there is no policy";
        };
    }

    private String nearest(StatementFinding finding) {
        List<String> misses = finding.misses().stream().map(this::miss).toList();
        return "nearest is " + Wording.statement(finding) + ": " + String.join("; ", misses);
    }

    private String miss(Test miss) {
        return switch (miss.element()) {
            case PRINCIPAL -> "it names " + named(miss.wanted()) + ", not " + miss.seen();
            case ACTION -> "it allows " + miss.wanted() + ", not " + miss.seen();
            case RESOURCE -> "it covers " + miss.wanted() + ", not " + miss.seen();
            case CONDITION ->
                    miss.seen().equals("absent")
                            ? "it wants " + miss.wanted() + ", and the request has no such key"
                            : "it wants " + miss.wanted() + ", and the request has " + miss.seen();
        };
    }

    /// A stored principal is a unique id; people wrote, and know, the ARN.
    private String named(String principals) {
        return UNIQUE_ID
                .matcher(principals)
                .replaceAll(
                        id -> Matcher.quoteReplacement(names.arn(id.group()).orElse(id.group())));
    }

    private List<AttachedPolicy> policies(Layer layer) {
        PolicySet set = evaluation.policies();
        return switch (layer) {
            case ALWAYS, EXPLICIT_DENY -> List.of();
            case SERVICE_CONTROL -> set.serviceControl().stream().flatMap(List::stream).toList();
            case RESOURCE_CONTROL -> set.resourceControl().stream().flatMap(List::stream).toList();
            case TRUST, BUCKET -> set.resource().stream().toList();
            case IDENTITY -> set.identity();
            case BOUNDARY -> set.boundary().stream().toList();
            case SESSION -> set.session().orElse(List.of());
        };
    }

    /// A deny or an allow stands in the whole statement; a delegation in its principal; a near miss
    /// in the first element that did not match.
    private List<PolicyDocument.Line> quotes(LayerFinding finding) {
        if (finding.statements().isEmpty()) {
            return List.of();
        }
        StatementFinding first = finding.statements().getFirst();
        Quote quote = Quote.of(readable(first.policy()).pretty());
        return switch (finding.voice()) {
            case ALLOWS -> quote.statement(first.index());
            case DENIES ->
                    finding.layer() == Layer.EXPLICIT_DENY
                            ? quote.statement(first.index())
                            : List.of();
            case DELEGATES -> quote.element(first.index(), element(Element.PRINCIPAL));
            case SILENT ->
                    quote.element(first.index(), element(first.misses().getFirst().element()));
        };
    }

    private static List<String> element(Element element) {
        return switch (element) {
            case PRINCIPAL -> List.of("Principal", "NotPrincipal");
            case ACTION -> List.of("Action", "NotAction");
            case RESOURCE -> List.of("Resource", "NotResource");
            case CONDITION -> List.of("Condition");
        };
    }

    private PolicyDocument readable(AttachedPolicy policy) {
        return PolicyDocument.parse(policy.document().readable(names));
    }
}

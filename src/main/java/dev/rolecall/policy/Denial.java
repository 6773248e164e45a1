package dev.rolecall.policy;

import dev.rolecall.policy.Evaluation.Layer;
import java.util.Optional;
import java.util.Set;

/// The reason that AWS adds to an AccessDenied message ("Troubleshoot access denied error
/// messages").
public final class Denial {
    /// In practice AWS gives no reason for these, whoever said no, and none for a role that does
    /// not exist: the messages are the same.
    private static final Set<String> WITHOUT_REASON =
            Set.of("sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity");

    private Denial() {}

    /// Returns what follows the resource in the message, with its leading space; empty where AWS
    /// gives no reason.
    public static String message(Evaluation evaluation) {
        if (evaluation.allowed() || WITHOUT_REASON.contains(evaluation.request().action())) {
            return "";
        }
        return evaluation.decision() == Evaluation.Decision.EXPLICIT_DENY
                ? explicit(evaluation)
                : silent(evaluation.decidedBy(), evaluation.request().action());
    }

    /// Whether S3 answers `Access Denied` and nothing more: to strangers, and across accounts that
    /// are in no organization together.
    public static boolean isBareAtS3(Evaluation evaluation) {
        Principal principal = evaluation.request().principal();
        return principal.account().isEmpty() || evaluation.request().crossAccount();
    }

    private static String silent(Layer layer, String action) {
        String policy =
                switch (layer) {
                    case SERVICE_CONTROL -> "service control policy";
                    case RESOURCE_CONTROL -> "resource control policy";
                    case TRUST -> "role trust policy";
                    case BUCKET -> "resource-based policy";
                    case IDENTITY -> "identity-based policy";
                    case BOUNDARY -> "permissions boundary";
                    case SESSION -> "session policy";
                    case ALWAYS, EXPLICIT_DENY -> throw new IllegalStateException("not silent");
                };
        return " because no " + policy + " allows the " + action + " action";
    }

    /// Where several policies deny, AWS names any one of them; here the first that is told.
    private static String explicit(Evaluation evaluation) {
        Optional<AttachedPolicy> policy =
                evaluation
                        .layer(Layer.EXPLICIT_DENY)
                        .flatMap(finding -> finding.statements().stream().findFirst())
                        .map(StatementFinding::policy);
        return policy.map(Denial::explicit).orElse("");
    }

    private static String explicit(AttachedPolicy policy) {
        String where =
                switch (policy.kind()) {
                    case IDENTITY -> "an identity-based policy" + colon(policy);
                    case TRUST -> "the role trust policy";
                    case BUCKET -> "a resource-based policy";
                    case BOUNDARY -> "a permissions boundary" + colon(policy);
                    case SESSION -> "a session policy";
                    case SERVICE_CONTROL -> "a service control policy" + colon(policy);
                    case RESOURCE_CONTROL -> "a resource control policy";
                };
        return " with an explicit deny in " + where;
    }

    private static String colon(AttachedPolicy policy) {
        return policy.arn().map(arn -> ": " + arn).orElse("");
    }
}

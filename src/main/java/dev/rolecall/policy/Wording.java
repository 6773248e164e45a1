package dev.rolecall.policy;

import dev.rolecall.policy.Evaluation.Layer;
import dev.rolecall.policy.Evaluation.Voice;

/// The names that people use for principals, resources and layers.
final class Wording {
    private Wording() {}

    /// Who asks, as short as it is clear.
    static String who(Principal principal) {
        return switch (principal) {
            case Principal.RoleSession session ->
                    "role " + session.roleName() + " (session " + session.sessionName() + ")";
            case Principal.Root _,
                    Principal.User _,
                    Principal.FederatedUser _,
                    Principal.Service _,
                    Principal.Provider _,
                    Principal.Anonymous _ ->
                    holder(principal);
        };
    }

    /// Who holds the policies: for a session its role.
    static String holder(Principal principal) {
        return switch (principal) {
            case Principal.Root root -> "the root user of " + root.account();
            case Principal.User user -> user.name();
            case Principal.RoleSession session -> "role " + session.roleName();
            case Principal.FederatedUser federated -> "federated user " + federated.name();
            case Principal.Service service -> "the service " + service.name();
            case Principal.Provider provider -> "somebody from " + provider.name();
            case Principal.Anonymous _ -> "somebody without a signature";
        };
    }

    /// The resource, by its name where its kind has one.
    static String resource(AccessRequest request) {
        String text = request.resource();
        String foreign = request.crossAccount() ? " of account " + request.resourceAccount() : "";
        return Arn.parse(text)
                .map(arn ->
                        switch (arn.service()) {
                            case "iam" -> entity(arn, text) + foreign;
                            case "s3" -> bucketOrObject(arn.resource()) + foreign;
                            default -> text;
                        })
                .orElse(text);
    }

    private static String entity(Arn arn, String otherwise) {
        String[] parts = arn.resource().split("/", -1);
        return switch (parts[0]) {
            case "role", "user", "group", "policy" -> parts[0] + " " + parts[parts.length - 1];
            default -> otherwise;
        };
    }

    private static String bucketOrObject(String resource) {
        return (resource.indexOf('/') < 0 ? "bucket " : "object ") + resource;
    }

    static String layer(Layer layer) {
        return switch (layer) {
            case ALWAYS -> "AWS itself";
            case EXPLICIT_DENY -> "explicit deny";
            case SERVICE_CONTROL -> "service control policies";
            case RESOURCE_CONTROL -> "resource control policies";
            case TRUST -> "trust policy";
            case BUCKET -> "bucket policy";
            case IDENTITY -> "identity policies";
            case BOUNDARY -> "permissions boundary";
            case SESSION -> "session policy";
        };
    }

    static String voice(Layer layer, Voice voice) {
        return switch (voice) {
            case ALLOWS -> "allows";
            case DENIES -> "denies";
            case SILENT -> layer == Layer.EXPLICIT_DENY ? "none" : "silent";
            case DELEGATES -> "delegates";
        };
    }

    /// `statement 2 of inline policy p of Test`, counted as people count.
    static String statement(StatementFinding finding) {
        return "statement " + (finding.index() + 1) + " of " + finding.policy().label();
    }
}

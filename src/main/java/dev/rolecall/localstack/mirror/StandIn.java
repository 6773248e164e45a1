package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Account;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.policy.Arn;
import dev.rolecall.policy.PolicyDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A policy that stands for a moment in the place of one that is attached and gone.
final class StandIn {
    private static final String NOTHING =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}\
            """;

    private StandIn() {}

    /// What has to be made so that the policy can be detached, if anything.
    static Optional<ManagedPolicy> needed(Account account, Identity identity, String arn) {
        return identity.kind() == Identity.Kind.ROLE || account.policyByArn(arn).isPresent()
                ? Optional.empty()
                : Arn.parse(arn)
                        .filter(parsed -> parsed.account().equals(account.id()))
                        .map(parsed -> of(account.id(), parsed.resource()));
    }

    private static ManagedPolicy of(String account, String resource) {
        int name = resource.lastIndexOf('/') + 1;
        ManagedPolicy.Version version =
                new ManagedPolicy.Version("v1", Instant.EPOCH, PolicyDocument.parse(NOTHING));
        return new ManagedPolicy(
                account,
                resource.substring("policy".length(), name),
                resource.substring(name),
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                List.of(version),
                version.id(),
                2,
                Map.of());
    }
}

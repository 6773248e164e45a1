package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Account;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import java.util.Optional;

/// How an account spells its names. IAM does not distinguish case, and the container does.
final class Names {
    private Names() {}

    /// The entity as the account spells it, if it has it.
    static EntityRef spelled(Account account, EntityRef entity) {
        return new EntityRef(entity.kind(), name(account, entity).orElse(entity.name()));
    }

    /// The name of the entity in the account, if it is there.
    static Optional<String> name(Account account, EntityRef entity) {
        String name = entity.name();
        return switch (entity.kind()) {
            case ACCOUNT -> Optional.of(account.id());
            case USER -> account.user(name).map(Identity::name);
            case GROUP -> account.group(name).map(Identity::name);
            case ROLE -> account.role(name).map(Identity::name);
            case POLICY -> account.policy(name).map(ManagedPolicy::name);
            case INSTANCE_PROFILE -> account.profile(name).map(InstanceProfile::name);
        };
    }

    /// The user, group or role of the same kind and name, which is there.
    static Identity same(Account account, Identity identity) {
        return switch (identity) {
            case User user -> account.user(user.name()).orElseThrow();
            case Group group -> account.group(group.name()).orElseThrow();
            case Role role -> account.role(role.name()).orElseThrow();
        };
    }

    /// The ARN that a customer managed policy has, or would have without a path.
    static String policyArn(Account account, String name) {
        return account.policy(name)
                .map(ManagedPolicy::arn)
                .orElse("arn:aws:iam::" + account.id() + ":policy/" + name);
    }
}

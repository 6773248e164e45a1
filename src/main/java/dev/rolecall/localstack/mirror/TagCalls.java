package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.Tagged;
import dev.rolecall.iam.User;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;

/// Requests about tags.
final class TagCalls {
    private TagCalls() {}

    static EntityRef ref(Tagged tagged) {
        return switch (tagged) {
            case User user -> EntityRef.user(user.name());
            case Role role -> EntityRef.role(role.name());
            case ManagedPolicy policy -> EntityRef.policy(policy.name());
            case InstanceProfile profile -> EntityRef.profile(profile.name());
        };
    }

    static Call tag(Tagged tagged, Map<String, String> news) {
        List<Tag> tags = Tags.of(news);
        return Call.alters("Tag" + operation(tagged), ref(tagged), iam -> tag(iam, tagged, tags));
    }

    private static void tag(IamClient iam, Tagged tagged, List<Tag> tags) {
        switch (tagged) {
            case User user -> iam.tagUser(r -> r.userName(user.name()).tags(tags));
            case Role role -> iam.tagRole(r -> r.roleName(role.name()).tags(tags));
            case ManagedPolicy policy -> iam.tagPolicy(r -> r.policyArn(policy.arn()).tags(tags));
            case InstanceProfile profile ->
                    iam.tagInstanceProfile(r -> r.instanceProfileName(profile.name()).tags(tags));
        }
    }

    static Call untag(Tagged tagged, List<String> keys) {
        return Call.alters(
                "Untag" + operation(tagged), ref(tagged), iam -> untag(iam, tagged, keys));
    }

    private static void untag(IamClient iam, Tagged tagged, List<String> keys) {
        switch (tagged) {
            case User user -> iam.untagUser(r -> r.userName(user.name()).tagKeys(keys));
            case Role role -> iam.untagRole(r -> r.roleName(role.name()).tagKeys(keys));
            case ManagedPolicy policy ->
                    iam.untagPolicy(r -> r.policyArn(policy.arn()).tagKeys(keys));
            case InstanceProfile profile ->
                    iam.untagInstanceProfile(
                            r -> r.instanceProfileName(profile.name()).tagKeys(keys));
        }
    }

    private static String operation(Tagged tagged) {
        return switch (tagged) {
            case User _ -> "User";
            case Role _ -> "Role";
            case ManagedPolicy _ -> "Policy";
            case InstanceProfile _ -> "InstanceProfile";
        };
    }
}

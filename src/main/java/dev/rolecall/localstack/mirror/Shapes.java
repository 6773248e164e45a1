package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Policies;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import dev.rolecall.policy.PolicyDocument;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.UserDetail;

/// Makes our values of the SDK's shapes.
record Shapes(String account) {

    List<User> users(Details details) {
        return details.users().stream().map(this::user).toList();
    }

    private User user(UserDetail user) {
        return new User(
                account,
                path(user.path()),
                user.userName(),
                user.userId(),
                second(user.createDate()),
                policies(user.userPolicyList(), user.attachedManagedPolicies()),
                Tags.of(user.tags()),
                boundary(user.permissionsBoundary()));
    }

    List<Group> groups(Details details) {
        return details.groups().stream().map(g -> group(g, details)).toList();
    }

    private Group group(GroupDetail group, Details details) {
        return new Group(
                account,
                path(group.path()),
                group.groupName(),
                group.groupId(),
                second(group.createDate()),
                policies(group.groupPolicyList(), group.attachedManagedPolicies()),
                of(details.members(), group.groupName()).stream().map(u -> u.userId()).toList());
    }

    List<Role> roles(Details details) {
        return details.roles().stream().map(r -> role(r, details)).toList();
    }

    private Role role(RoleDetail role, Details details) {
        var settings = of(details.settings(), role.roleName());
        return new Role(
                account,
                path(role.path()),
                role.roleName(),
                role.roleId(),
                second(role.createDate()),
                text(settings.description()),
                document(role.assumeRolePolicyDocument()),
                Objects.requireNonNullElse(
                        settings.maxSessionDuration(), Role.DEFAULT_SESSION_SECONDS),
                policies(role.rolePolicyList(), role.attachedManagedPolicies()),
                Tags.of(role.tags()),
                boundary(role.permissionsBoundary()),
                Optional.empty());
    }

    List<ManagedPolicy> policies(Details details) {
        return details.policies().stream().map(p -> policy(p, details)).toList();
    }

    private ManagedPolicy policy(ManagedPolicyDetail policy, Details details) {
        Policy facts = of(details.facts(), policy.arn());
        List<ManagedPolicy.Version> versions =
                policy.policyVersionList().stream()
                        .map(v ->
                                new ManagedPolicy.Version(
                                        v.versionId(),
                                        second(v.createDate()),
                                        document(v.document())))
                        .sorted(Comparator.comparingInt(v -> PolicyCalls.number(v.id())))
                        .toList();
        return new ManagedPolicy(
                account,
                path(policy.path()),
                policy.arn().substring(policy.arn().lastIndexOf('/') + 1),
                facts.policyId(),
                second(policy.createDate()),
                second(policy.updateDate()),
                text(facts.description()),
                versions,
                policy.defaultVersionId(),
                PolicyCalls.number(versions.getLast().id()) + 1,
                Tags.of(facts.tags()));
    }

    List<InstanceProfile> profiles(Details details) {
        return details.profiles().stream().map(this::profile).toList();
    }

    private InstanceProfile profile(
            software.amazon.awssdk.services.iam.model.InstanceProfile profile) {
        return new InstanceProfile(
                account,
                path(profile.path()),
                profile.instanceProfileName(),
                profile.instanceProfileId(),
                second(profile.createDate()),
                profile.roles().stream().map(r -> r.roleId()).findFirst(),
                Tags.of(profile.tags()));
    }

    /// Nobody tells a secret: it is empty.
    Map<String, AccessKey> keys(Details details) {
        Map<String, AccessKey> keys = new LinkedHashMap<>();
        for (UserDetail user : details.users()) {
            for (AccessKeyMetadata key : of(details.keys(), user.userName())) {
                keys.put(
                        key.accessKeyId(),
                        new AccessKey(
                                key.accessKeyId(),
                                "",
                                user.userId(),
                                key.status() == StatusType.ACTIVE,
                                second(key.createDate()),
                                Optional.empty()));
            }
        }
        return keys;
    }

    /// What was asked for each of the entities is there.
    private static <T> T of(Map<String, T> answers, String name) {
        return Objects.requireNonNull(answers.get(name), name);
    }

    private static Policies policies(List<PolicyDetail> inline, List<AttachedPolicy> attached) {
        Map<String, PolicyDocument> documents = new HashMap<>();
        inline.forEach(p -> documents.put(p.policyName(), document(p.policyDocument())));
        return new Policies(documents, attached.stream().map(AttachedPolicy::policyArn).toList());
    }

    /// Documents come percent-encoded; no JSON begins with a percent sign.
    private static PolicyDocument document(@Nullable String answer) {
        String text = text(answer);
        String decoded =
                text.startsWith("%") ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
        try {
            return PolicyDocument.parse(decoded);
        } catch (IllegalArgumentException e) {
            return RefusedDocument.of(decoded, "This policy contains invalid Json");
        }
    }

    /// LocalStack forgets the path of a group that is only renamed.
    private static String path(@Nullable String path) {
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static Optional<String> boundary(@Nullable AttachedPermissionsBoundary boundary) {
        return Optional.ofNullable(boundary)
                .map(AttachedPermissionsBoundary::permissionsBoundaryArn)
                .filter(arn -> !arn.isEmpty());
    }

    /// As IAM keeps time.
    private static Instant second(@Nullable Instant time) {
        return Objects.requireNonNullElse(time, Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
    }
}

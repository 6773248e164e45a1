package dev.rolecall.localstack.mirror;

import dev.rolecall.fault.AwsError;
import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.Room;
import dev.rolecall.iam.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupRequest;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.RemoveUserFromGroupRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateGroupRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;

/// Random writes to one account of an IAM, over few names, so that they meet.
final class IamWalk {
    private static final List<String> NAMES = List.of("ann", "Bob", "c.d", "e+f");
    private static final List<String> PATHS = List.of("/", "/a/", "/a/b/");
    private static final List<String> KEYS = List.of("Env", "env", "Team", "x y");
    private static final List<String> AWS =
            List.of(
                    "arn:aws:iam::aws:policy/AmazonS3FullAccess",
                    "arn:aws:iam::aws:policy/ReadOnlyAccess",
                    // LocalStack does not have this one.
                    "arn:aws:iam::aws:policy/AIDevOpsAgentFullAccess");
    private static final List<String> DOCUMENTS =
            List.of(
                    Room.ALLOW_S3,
                    "{ \"Version\": \"2012-10-17\", \"Statement\": { \"Effect\": \"Deny\","
                            + " \"NotAction\": \"iam:Get*\", \"Resource\": \"*\" } }",
                    """
                    {"Version":"2012-10-17","Statement":[{"Sid":"M","Effect":"Allow",
                      "Action":["s3:Get*","s3:List*"],"Resource":["arn:aws:s3:::é-b/${aws:username}/*"],
                      "Condition":{"Bool":{"aws:MultiFactorAuthPresent":true},
                      "NumericLessThan":{"s3:max-keys":[10,"20"]}}}]}\
                    """);

    private final Iam iam;
    private final String account;
    private final Caller root;
    private final Random random;
    private final Map<String, Integer> done = new TreeMap<>();

    IamWalk(Iam iam, String account, Caller root, long seed) {
        this.iam = iam;
        this.account = account;
        this.root = root;
        this.random = new Random(seed);
    }

    /// How often each operation was done.
    Map<String, Integer> done() {
        return done;
    }

    /// Does so many writes; those that IAM refuses do not count.
    void go(int steps) {
        for (int left = steps; left > 0; ) {
            Object request = request();
            try {
                Room.invoke(iam.actions(), root, request);
                done.merge(request.getClass().getSimpleName(), 1, Integer::sum);
                left--;
            } catch (AwsError refused) {
                if (refused.code().equals("ContainerUnavailable")) {
                    throw new AssertionError(request + ": " + refused.message(), refused);
                }
            }
        }
    }

    private Object request() {
        List<Supplier<Object>> kinds =
                List.of(
                        this::users,
                        this::users,
                        this::groups,
                        this::roles,
                        this::roles,
                        this::policies,
                        this::policies,
                        this::profiles,
                        this::keys,
                        this::attachments,
                        this::attachments,
                        this::inline,
                        this::boundaries,
                        this::tags,
                        this::alias,
                        this::strippedIdentity,
                        this::strippedPolicy);
        return pick(kinds).get();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String name() {
        return pick(NAMES);
    }

    private Account now() {
        return iam.state().account(account).orElseThrow();
    }

    private List<Tag> tags(int most) {
        return KEYS.stream()
                .filter(k -> !k.equals("env"))
                .limit(random.nextInt(most + 1))
                .map(k -> Tag.builder().key(k).value("v" + random.nextInt(3)).build())
                .toList();
    }

    private @Nullable String boundary() {
        return random.nextInt(6) == 0 ? policyArn() : null;
    }

    private String policyArn() {
        List<String> own = now().policies().values().stream().map(ManagedPolicy::arn).toList();
        return own.isEmpty() || random.nextBoolean() ? pick(AWS) : pick(own);
    }

    private Object users() {
        return switch (random.nextInt(6)) {
            case 0, 1 ->
                    CreateUserRequest.builder()
                            .userName(name())
                            .path(pick(PATHS))
                            .tags(tags(2))
                            .permissionsBoundary(boundary())
                            .build();
            case 2 -> DeleteUserRequest.builder().userName(name()).build();
            case 3 ->
                    UpdateUserRequest.builder()
                            .userName(name())
                            .newUserName(random.nextBoolean() ? name() : null)
                            .newPath(random.nextBoolean() ? pick(PATHS) : null)
                            .build();
            case 4 -> AddUserToGroupRequest.builder().userName(name()).groupName(name()).build();
            default ->
                    RemoveUserFromGroupRequest.builder().userName(name()).groupName(name()).build();
        };
    }

    /// What keeps a user, group or role from being deleted goes, one after the other, and itself
    /// last.
    private Object strippedIdentity() {
        List<Identity> all = now().identities().toList();
        if (all.isEmpty()) {
            return users();
        }
        Identity identity = pick(all);
        if (!identity.policies().inline().isEmpty()) {
            return deleteInline(identity, identity.policies().inline().keySet().iterator().next());
        }
        if (!identity.policies().attached().isEmpty()) {
            return detach(identity, identity.policies().attached().getFirst());
        }
        return switch (identity) {
            case User user -> stripped(user);
            case Group group ->
                    group.members().isEmpty()
                            ? DeleteGroupRequest.builder().groupName(group.name()).build()
                            : RemoveUserFromGroupRequest.builder()
                                    .groupName(group.name())
                                    .userName(
                                            now().userById(group.members().getFirst())
                                                    .orElseThrow()
                                                    .name())
                                    .build();
            case Role role ->
                    now().profiles().values().stream()
                            .filter(p -> p.roleId().filter(role.id()::equals).isPresent())
                            .findFirst()
                            .<Object>map(p ->
                                    RemoveRoleFromInstanceProfileRequest.builder()
                                            .instanceProfileName(p.name())
                                            .roleName(role.name())
                                            .build())
                            .orElseGet(() ->
                                    DeleteRoleRequest.builder().roleName(role.name()).build());
        };
    }

    private Object stripped(User user) {
        if (!now().keysOf(user.id()).isEmpty()) {
            return DeleteAccessKeyRequest.builder()
                    .userName(user.name())
                    .accessKeyId(now().keysOf(user.id()).getFirst().id())
                    .build();
        }
        if (!now().groupsOf(user.id()).isEmpty()) {
            return RemoveUserFromGroupRequest.builder()
                    .userName(user.name())
                    .groupName(now().groupsOf(user.id()).getFirst().name())
                    .build();
        }
        return DeleteUserRequest.builder().userName(user.name()).build();
    }

    private static Object deleteInline(Identity identity, String policy) {
        String name = identity.name();
        return switch (identity.kind()) {
            case USER ->
                    DeleteUserPolicyRequest.builder().userName(name).policyName(policy).build();
            case GROUP ->
                    DeleteGroupPolicyRequest.builder().groupName(name).policyName(policy).build();
            case ROLE ->
                    DeleteRolePolicyRequest.builder().roleName(name).policyName(policy).build();
        };
    }

    private static Object detach(Identity identity, String arn) {
        String name = identity.name();
        return switch (identity.kind()) {
            case USER -> DetachUserPolicyRequest.builder().userName(name).policyArn(arn).build();
            case GROUP -> DetachGroupPolicyRequest.builder().groupName(name).policyArn(arn).build();
            case ROLE -> DetachRolePolicyRequest.builder().roleName(name).policyArn(arn).build();
        };
    }

    private Object strippedPolicy() {
        Optional<ManagedPolicy> some = now().policy(name());
        if (some.isEmpty()) {
            return policies();
        }
        ManagedPolicy policy = some.get();
        Optional<String> version =
                policy.versions().stream()
                        .map(ManagedPolicy.Version::id)
                        .filter(id -> !id.equals(policy.defaultVersion()))
                        .findFirst();
        if (version.isPresent()) {
            return DeletePolicyVersionRequest.builder()
                    .policyArn(policy.arn())
                    .versionId(version.get())
                    .build();
        }
        for (Identity identity : now().identities().toList()) {
            if (identity.policies().attached().contains(policy.arn())) {
                return detach(identity, policy.arn());
            }
        }
        return DeletePolicyRequest.builder().policyArn(policy.arn()).build();
    }

    private Object groups() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> CreateGroupRequest.builder().groupName(name()).path(pick(PATHS)).build();
            case 2 -> DeleteGroupRequest.builder().groupName(name()).build();
            default ->
                    UpdateGroupRequest.builder()
                            .groupName(name())
                            .newGroupName(random.nextBoolean() ? name() : null)
                            .newPath(random.nextBoolean() ? pick(PATHS) : null)
                            .build();
        };
    }

    private String trust() {
        List<String> users = now().users().values().stream().map(User::arn).toList();
        String principal = users.isEmpty() || random.nextBoolean() ? account : pick(users);
        String document = Room.trusting(principal);
        return switch (random.nextInt(4)) {
            // LocalStack refuses these two from UpdateAssumeRolePolicy.
            case 0 -> document.replace("2012-10-17", "2008-10-17");
            case 1 -> document.replace("sts:AssumeRole", "sts:Assume*");
            default -> document;
        };
    }

    private Object roles() {
        String name = name();
        return switch (random.nextInt(7)) {
            case 0, 1 ->
                    CreateRoleRequest.builder()
                            .roleName(name)
                            .path(pick(PATHS))
                            .assumeRolePolicyDocument(trust())
                            .description(random.nextBoolean() ? "a b" : null)
                            .maxSessionDuration(random.nextBoolean() ? 7200 : null)
                            .permissionsBoundary(boundary())
                            .tags(tags(2))
                            .build();
            case 2 -> DeleteRoleRequest.builder().roleName(name).build();
            case 3 ->
                    UpdateRoleRequest.builder()
                            .roleName(name)
                            .description(random.nextBoolean() ? "c" : null)
                            .maxSessionDuration(random.nextBoolean() ? 3600 : null)
                            .build();
            case 4 ->
                    UpdateRoleDescriptionRequest.builder().roleName(name).description("d").build();
            default ->
                    UpdateAssumeRolePolicyRequest.builder()
                            .roleName(name)
                            .policyDocument(trust())
                            .build();
        };
    }

    private Object policies() {
        String arn =
                now().policies().values().stream()
                        .map(ManagedPolicy::arn)
                        .skip(random.nextInt(Math.max(1, now().policies().size())))
                        .findFirst()
                        .orElse("arn:aws:iam::" + account + ":policy/none");
        String version = "v" + (1 + random.nextInt(6));
        return switch (random.nextInt(8)) {
            case 7 -> DeletePolicyRequest.builder().policyArn(arn).build();
            case 0 ->
                    CreatePolicyRequest.builder()
                            .policyName(name())
                            .path(pick(PATHS))
                            .policyDocument(pick(DOCUMENTS))
                            .description(random.nextBoolean() ? "p q" : null)
                            .tags(tags(3))
                            .build();
            case 1 -> DeletePolicyRequest.builder().policyArn(arn).build();
            case 2, 3 ->
                    CreatePolicyVersionRequest.builder()
                            .policyArn(arn)
                            .policyDocument(pick(DOCUMENTS))
                            .setAsDefault(random.nextBoolean())
                            .build();
            case 4, 5 ->
                    DeletePolicyVersionRequest.builder().policyArn(arn).versionId(version).build();
            default ->
                    SetDefaultPolicyVersionRequest.builder()
                            .policyArn(arn)
                            .versionId(version)
                            .build();
        };
    }

    private Object profiles() {
        String name = name();
        return switch (random.nextInt(5)) {
            case 0, 1 ->
                    CreateInstanceProfileRequest.builder()
                            .instanceProfileName(name)
                            .path(pick(PATHS))
                            .tags(tags(2))
                            .build();
            case 2 -> DeleteInstanceProfileRequest.builder().instanceProfileName(name).build();
            case 3 ->
                    AddRoleToInstanceProfileRequest.builder()
                            .instanceProfileName(name)
                            .roleName(name())
                            .build();
            default ->
                    RemoveRoleFromInstanceProfileRequest.builder()
                            .instanceProfileName(name)
                            .roleName(name())
                            .build();
        };
    }

    private Object keys() {
        String user = name();
        String key =
                now().user(user).map(User::id).stream()
                        .flatMap(id -> now().keysOf(id).stream())
                        .map(AccessKey::id)
                        .findFirst()
                        .orElse("AKIAIOSFODNN7EXAMPLE");
        return switch (random.nextInt(3)) {
            case 0 ->
                    CreateAccessKeyRequest.builder()
                            .userName(random.nextInt(9) == 0 ? null : user)
                            .build();
            case 1 -> DeleteAccessKeyRequest.builder().userName(user).accessKeyId(key).build();
            default ->
                    UpdateAccessKeyRequest.builder()
                            .userName(user)
                            .accessKeyId(key)
                            .status(random.nextBoolean() ? "Active" : "Inactive")
                            .build();
        };
    }

    private Object attachments() {
        String name = name();
        String arn = policyArn();
        return switch (random.nextInt(6)) {
            case 0 -> AttachUserPolicyRequest.builder().userName(name).policyArn(arn).build();
            case 1 -> AttachGroupPolicyRequest.builder().groupName(name).policyArn(arn).build();
            case 2 -> AttachRolePolicyRequest.builder().roleName(name).policyArn(arn).build();
            case 3 ->
                    DetachUserPolicyRequest.builder()
                            .userName(name)
                            .policyArn(attached(now().user(name), arn))
                            .build();
            case 4 ->
                    DetachGroupPolicyRequest.builder()
                            .groupName(name)
                            .policyArn(attached(now().group(name), arn))
                            .build();
            default ->
                    DetachRolePolicyRequest.builder()
                            .roleName(name)
                            .policyArn(attached(now().role(name), arn))
                            .build();
        };
    }

    private static String attached(Optional<? extends Identity> identity, String or) {
        return identity.map(Identity::policies).stream()
                .flatMap(p -> p.attached().stream())
                .findFirst()
                .orElse(or);
    }

    private Object inline() {
        String name = name();
        String policy = random.nextBoolean() ? "one" : "two";
        String document = pick(DOCUMENTS);
        return switch (random.nextInt(6)) {
            case 0 ->
                    PutUserPolicyRequest.builder()
                            .userName(name)
                            .policyName(policy)
                            .policyDocument(document)
                            .build();
            case 1 ->
                    PutGroupPolicyRequest.builder()
                            .groupName(name)
                            .policyName(policy)
                            .policyDocument(document)
                            .build();
            case 2 ->
                    PutRolePolicyRequest.builder()
                            .roleName(name)
                            .policyName(policy)
                            .policyDocument(document)
                            .build();
            case 3 -> DeleteUserPolicyRequest.builder().userName(name).policyName(policy).build();
            case 4 -> DeleteGroupPolicyRequest.builder().groupName(name).policyName(policy).build();
            default -> DeleteRolePolicyRequest.builder().roleName(name).policyName(policy).build();
        };
    }

    private Object boundaries() {
        String name = name();
        return switch (random.nextInt(4)) {
            case 0 ->
                    PutUserPermissionsBoundaryRequest.builder()
                            .userName(name)
                            .permissionsBoundary(policyArn())
                            .build();
            case 1 ->
                    PutRolePermissionsBoundaryRequest.builder()
                            .roleName(name)
                            .permissionsBoundary(policyArn())
                            .build();
            case 2 -> DeleteUserPermissionsBoundaryRequest.builder().userName(name).build();
            default -> DeleteRolePermissionsBoundaryRequest.builder().roleName(name).build();
        };
    }

    private Object tags() {
        String name = name();
        String key = pick(KEYS);
        Tag tag = Tag.builder().key(key).value(random.nextBoolean() ? "" : "w").build();
        String arn = policyArn();
        return switch (random.nextInt(8)) {
            case 0 -> TagUserRequest.builder().userName(name).tags(tag).build();
            case 1 -> TagRoleRequest.builder().roleName(name).tags(tag).build();
            case 2 -> TagPolicyRequest.builder().policyArn(arn).tags(tag).build();
            case 3 ->
                    TagInstanceProfileRequest.builder().instanceProfileName(name).tags(tag).build();
            case 4 -> UntagUserRequest.builder().userName(name).tagKeys(key).build();
            case 5 -> UntagRoleRequest.builder().roleName(name).tagKeys(key).build();
            case 6 -> UntagPolicyRequest.builder().policyArn(arn).tagKeys(key).build();
            default ->
                    UntagInstanceProfileRequest.builder()
                            .instanceProfileName(name)
                            .tagKeys(key)
                            .build();
        };
    }

    private Object alias() {
        String alias = "a" + account + "-" + random.nextInt(2);
        return random.nextBoolean()
                ? CreateAccountAliasRequest.builder().accountAlias(alias).build()
                : DeleteAccountAliasRequest.builder().accountAlias(alias).build();
    }
}

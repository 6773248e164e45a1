package dev.rolecall.lab;

import dev.rolecall.cloud.CloudState;
import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Policies;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.PrincipalNames;
import dev.rolecall.s3.Bucket;
import dev.rolecall.s3.StoredObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A cloud as a person would list it: what there is, and of each thing what can change.
final class CloudFacts {
    private final PrincipalNames names;
    private final Map<String, Map<String, String>> things = new LinkedHashMap<>();

    private CloudFacts(PrincipalNames names) {
        this.names = names;
    }

    /// Things by name (`role account-s3-full-access`), each with its properties by name.
    static Map<String, Map<String, String>> of(CloudState state, PrincipalNames names) {
        CloudFacts facts = new CloudFacts(names);
        boolean several = state.iam().accounts().size() > 1;
        for (Account account : state.iam().accounts().values()) {
            facts.account(account, several ? account.id() + " " : "");
        }
        state.sts()
                .sessions()
                .values()
                .forEach(
                        s -> facts.thing("session " + s.accessKeyId() + ": " + Wardrobes.label(s)));
        state.s3().buckets().values().forEach(facts::bucket);
        return facts.things;
    }

    private Map<String, String> thing(String name) {
        return things.computeIfAbsent(name, n -> new LinkedHashMap<>());
    }

    private void account(Account account, String prefix) {
        for (User user : account.users().values()) {
            Map<String, String> facts = identity(prefix + "user ", user);
            tags(facts, user.tags());
            user.boundary().ifPresent(arn -> facts.put("permissions boundary", arn));
            for (AccessKey key : account.keysOf(user.id())) {
                thing(prefix + "access key " + key.id() + " of " + user.name())
                        .put("status", key.status());
            }
        }
        for (Group group : account.groups().values()) {
            Map<String, String> facts = identity(prefix + "group ", group);
            for (String member : group.members()) {
                facts.put("member " + account.userById(member).map(User::name).orElse(member), "");
            }
        }
        for (Role role : account.roles().values()) {
            Map<String, String> facts = identity(prefix + "role ", role);
            facts.put("trust policy", readable(role.trust()));
            facts.put("longest session", role.maxSessionSeconds() + " s");
            tags(facts, role.tags());
            role.boundary().ifPresent(arn -> facts.put("permissions boundary", arn));
        }
        for (ManagedPolicy policy : account.policies().values()) {
            Map<String, String> facts = thing(prefix + "policy " + policy.name());
            facts.put("document", readable(policy.document()));
            facts.put("default version", policy.defaultVersion());
            tags(facts, policy.tags());
        }
    }

    private Map<String, String> identity(String kind, Identity identity) {
        Map<String, String> facts = thing(kind + identity.name());
        facts.put("ARN", identity.arn());
        facts.put("unique id", identity.id());
        policies(facts, identity.policies());
        return facts;
    }

    private void policies(Map<String, String> facts, Policies policies) {
        policies.attached()
                .forEach(arn ->
                        facts.put(
                                "attached policy " + arn.substring(arn.lastIndexOf('/') + 1), ""));
        policies.inline()
                .forEach(
                        (name, document) -> facts.put("inline policy " + name, readable(document)));
    }

    private void bucket(Bucket bucket) {
        Map<String, String> facts = thing("bucket " + bucket.name());
        bucket.settings()
                .policy()
                .ifPresent(policy -> facts.put("bucket policy", readable(policy)));
        facts.put(
                "public access block",
                bucket.settings().publicAccess().map(Object::toString).orElse("none"));
        facts.put("versioning", bucket.settings().versioning().toString());
        tags(facts, bucket.settings().tags());
        bucket.objects()
                .forEach((key, versions) -> {
                    Optional<StoredObject> object = versions.object();
                    object.ifPresent(o ->
                            thing("object " + bucket.name() + "/" + key)
                                    .put("content", "ETag " + o.content().etag()));
                });
    }

    private static void tags(Map<String, String> facts, Map<String, String> tags) {
        tags.forEach((key, value) -> facts.put("tag " + key, value));
    }

    private String readable(PolicyDocument document) {
        return PolicyDocument.parse(document.readable(names)).pretty();
    }
}

package dev.rolecall.check;

import dev.rolecall.guard.Recorded;
import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import dev.rolecall.localstack.mirror.EntityRef;
import dev.rolecall.policy.Arn;
import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Principal;
import dev.rolecall.policy.PrincipalNames;
import dev.rolecall.s3.Bucket;
import dev.rolecall.s3.StoredObject;
import dev.rolecall.sts.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A world that remembers which entities one criterion read.
final class WatchedWorld implements World {
    private final World world;
    private final Set<EntityRef> read = ConcurrentHashMap.newKeySet();

    WatchedWorld(World world) {
        this.world = world;
    }

    Set<EntityRef> read() {
        return Set.copyOf(read);
    }

    @Override
    public String account() {
        return world.account();
    }

    @Override
    public Instant now() {
        return world.now();
    }

    @Override
    public List<Recorded> requests() {
        return world.requests();
    }

    @Override
    public List<Recorded> requestsInStep() {
        return world.requestsInStep();
    }

    @Override
    public Optional<User> user(String name) {
        read.add(EntityRef.user(name));
        return world.user(name);
    }

    @Override
    public Optional<Role> role(String name) {
        read.add(EntityRef.role(name));
        return world.role(name);
    }

    @Override
    public List<AccessKey> accessKeys(String userName) {
        read.add(EntityRef.user(userName));
        return world.accessKeys(userName);
    }

    @Override
    public Optional<Bucket> bucket(String name) {
        return world.bucket(name);
    }

    @Override
    public Optional<StoredObject> object(String bucket, String key) {
        return world.object(bucket, key);
    }

    @Override
    public Optional<Session> session(String accessKeyId) {
        return world.session(accessKeyId);
    }

    @Override
    public List<AttachedPolicy> identityPolicies(Principal principal) {
        asked(principal);
        return world.identityPolicies(principal);
    }

    @Override
    public PrincipalNames names() {
        return world.names();
    }

    @Override
    public Evaluation judge(Judge.Question question) {
        asked(question.principal());
        Arn.parse(question.resource())
                .filter(arn -> arn.account().equals(account()))
                .filter(arn -> arn.service().equals("iam"))
                .map(Arn::resource)
                .filter(resource -> resource.startsWith("role/"))
                .map(resource -> resource.substring(resource.lastIndexOf('/') + 1))
                .ifPresent(name -> read.add(EntityRef.role(name)));
        return world.judge(question);
    }

    /// Somebody made up is nowhere, here or behind the cloud.
    private void asked(Principal principal) {
        if (!principal.account().equals(account()) || world.isMadeUp(principal)) {
            return;
        }
        switch (principal) {
            case Principal.User user -> read.add(EntityRef.user(user.name()));
            case Principal.RoleSession session -> read.add(EntityRef.role(session.roleName()));
            default -> {}
        }
    }
}

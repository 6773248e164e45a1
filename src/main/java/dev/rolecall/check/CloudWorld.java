package dev.rolecall.check;

import dev.rolecall.guard.Recorded;
import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Principal;
import dev.rolecall.policy.PrincipalNames;
import dev.rolecall.s3.Bucket;
import dev.rolecall.s3.S3;
import dev.rolecall.s3.StoredObject;
import dev.rolecall.sts.Session;
import dev.rolecall.sts.Sts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The world of a cloud whose services run in this program.
///
/// @param account the learner's own
/// @param trail gives the run's requests, oldest first
/// @param stepBegan how many requests there had been when the step began
public record CloudWorld(
        String account,
        Clock clock,
        Iam iam,
        Sts sts,
        S3 s3,
        Supplier<List<Recorded>> trail,
        int stepBegan,
        Judge judge)
        implements World {

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public List<Recorded> requests() {
        return List.copyOf(trail.get());
    }

    @Override
    public List<Recorded> requestsInStep() {
        List<Recorded> all = requests();
        return all.subList(Math.min(stepBegan, all.size()), all.size());
    }

    @Override
    public Optional<User> user(String name) {
        return mine().flatMap(mine -> mine.user(name));
    }

    @Override
    public Optional<Role> role(String name) {
        return mine().flatMap(mine -> mine.role(name));
    }

    @Override
    public List<AccessKey> accessKeys(String userName) {
        return mine().flatMap(mine -> mine.user(userName).map(user -> mine.keysOf(user.id())))
                .orElse(List.of());
    }

    @Override
    public Optional<Bucket> bucket(String name) {
        return s3.bucket(name);
    }

    @Override
    public Optional<StoredObject> object(String bucket, String key) {
        return s3.object(bucket, key);
    }

    @Override
    public Optional<Session> session(String accessKeyId) {
        return sts.session(accessKeyId);
    }

    @Override
    public List<AttachedPolicy> identityPolicies(Principal principal) {
        return iam.identityPolicies(principal);
    }

    @Override
    public PrincipalNames names() {
        return iam.names();
    }

    @Override
    public Evaluation judge(Judge.Question question) {
        return judge.judge(question);
    }

    private Optional<Account> mine() {
        return iam.state().account(account);
    }
}

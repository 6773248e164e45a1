package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Account;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Policies;
import java.util.Optional;
import java.util.Set;

/// What the container cannot have ([NotMirrored]) stays ours when the rest of an entity is taken
/// over.
final class OursAlone {
    private OursAlone() {}

    /// @param theirs with our ids where we have the same
    /// @param unknown ARNs of policies that the container does not have
    static Account addedTo(Account theirs, Account ours, Set<String> unknown) {
        ById here = ById.of(ours);
        Account all = theirs;
        for (Identity its : theirs.identities().toList()) {
            Optional<Identity> mine = here.like(its);
            if (mine.isPresent()) {
                all = all.with(its.with(attached(its.policies(), mine.get().policies(), unknown)));
            }
        }
        for (ManagedPolicy its : theirs.policies().values()) {
            Optional<ManagedPolicy> same =
                    here.policy(its.id())
                            .filter(mine -> Tags.newestOfAlike(mine.tags()).equals(its.tags()));
            if (same.isPresent()) {
                all = all.with(its.withTags(same.get().tags()));
            }
        }
        return all;
    }

    private static Policies attached(Policies its, Policies mine, Set<String> unknown) {
        Policies both = its;
        for (String arn : mine.attached()) {
            if (unknown.contains(arn)) {
                both = both.attach(arn);
            }
        }
        return both;
    }
}

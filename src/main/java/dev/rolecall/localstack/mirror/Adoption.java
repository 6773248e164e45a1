package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.Bounded;
import dev.rolecall.iam.Group;
import dev.rolecall.iam.IamState;
import dev.rolecall.iam.Identity;
import dev.rolecall.iam.Ids;
import dev.rolecall.iam.InstanceProfile;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.User;
import dev.rolecall.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// Takes over what the container has of an account: entities of the same name keep our unique ids,
/// new ones get theirs if they look like AWS's, and fresh ones otherwise.
final class Adoption {
    private final IamState here;
    private final Account theirs;
    private final Ids ids;
    private final AdoptedDocuments documents;
    private final List<EntityRef> adopted = new ArrayList<>();
    private final List<String> needNewKey = new ArrayList<>();
    private final Account before;
    private Account ours;

    /// @param here all accounts of ours
    /// @param ours the one that is to be as it is there
    /// @param theirs with our ids where we have the same
    /// @param names unique ids and ARNs in a state
    Adoption(
            IamState here,
            Account ours,
            Account theirs,
            Ids ids,
            Function<IamState, LastNames> names) {
        this.here = here;
        this.before = ours;
        this.ours = ours;
        this.theirs = theirs;
        this.ids = ids;
        this.documents = new AdoptedDocuments(names);
    }

    /// Takes over these entities, and returns the account as it is then.
    Account take(Collection<EntityRef> entities) {
        adopted.addAll(new LinkedHashSet<>(entities));
        of(EntityRef.Kind.ACCOUNT, _ -> ours = ours.withAlias(theirs.alias()));
        of(EntityRef.Kind.POLICY, this::policy);
        of(EntityRef.Kind.USER, this::user);
        of(EntityRef.Kind.GROUP, this::group);
        of(EntityRef.Kind.ROLE, this::role);
        of(EntityRef.Kind.INSTANCE_PROFILE, this::profile);
        of(EntityRef.Kind.USER, this::memberships);
        // Trust policies may name whom we have just taken over.
        of(EntityRef.Kind.ROLE, this::trust);
        return ours;
    }

    private void of(EntityRef.Kind kind, Consumer<String> take) {
        adopted.stream().filter(r -> r.kind() == kind).map(EntityRef::name).forEach(take);
    }

    /// What is to be told. The policies that AWS manages are known to whoever asks.
    Adopted adopted(Predicate<String> managedPolicyExists) {
        List<String> problems = new ArrayList<>(documents.problems());
        for (EntityRef entity : adopted) {
            identity(entity).ifPresent(i -> missing(i, entity, managedPolicyExists, problems));
        }
        return new Adopted(adopted, problems, needNewKey);
    }

    private Optional<Identity> identity(EntityRef entity) {
        String name = entity.name();
        return switch (entity.kind()) {
            case USER -> ours.user(name).map(Identity.class::cast);
            case GROUP -> ours.group(name).map(Identity.class::cast);
            case ROLE -> ours.role(name).map(Identity.class::cast);
            case ACCOUNT, POLICY, INSTANCE_PROFILE -> Optional.empty();
        };
    }

    private void missing(
            Identity identity, EntityRef entity, Predicate<String> exists, List<String> problems) {
        identity.policies().attached().stream()
                .filter(arn -> !exists.test(arn) && ours.policyByArn(arn).isEmpty())
                .forEach(arn ->
                        problems.add(
                                entity
                                        + ": the policy "
                                        + arn
                                        + " is attached and does not exist, so it grants nothing"));
        if (identity instanceof Bounded bounded) {
            bounded.boundary()
                    .filter(arn -> !exists.test(arn) && ours.policyByArn(arn).isEmpty())
                    .ifPresent(arn ->
                            problems.add(
                                    entity
                                            + ": its permissions boundary "
                                            + arn
                                            + " does not exist, so it may do nothing"));
        }
    }

    private void policy(String name) {
        Optional<ManagedPolicy> mine = ours.policy(name);
        mine.ifPresent(p -> ours = ours.without(p));
        theirs.policy(name)
                .ifPresent(p -> {
                    ManagedPolicy taken = documents.checked(p, mine);
                    ours = ours.with(taken);
                });
    }

    private void user(String name) {
        Optional<User> mine = ours.user(name);
        mine.ifPresent(u -> ours = ours.without(u));
        Optional<User> its = theirs.user(name);
        its.ifPresent(u ->
                ours =
                        ours.with(
                                u.with(
                                        documents.checked(
                                                EntityRef.user(u.name()),
                                                u.policies(),
                                                mine.map(User::policies)))));
        mine.or(() -> its).map(User::id).ifPresent(this::keys);
    }

    /// A key that we do not know comes with a secret that nobody knows.
    private void keys(String owner) {
        for (AccessKey mine : ours.keysOf(owner)) {
            if (!theirs.keys().containsKey(mine.id())) {
                ours = ours.without(mine);
            }
        }
        for (AccessKey its : theirs.keysOf(owner)) {
            AccessKey mine = ours.keys().get(its.id());
            if (mine == null) {
                needNewKey.add(its.id());
            }
            ours =
                    ours.with(
                            mine != null
                                    ? mine.withActive(its.active())
                                    : new AccessKey(
                                            its.id(),
                                            ids.secret(),
                                            owner,
                                            its.active(),
                                            its.created(),
                                            Optional.empty()));
        }
    }

    private void group(String name) {
        Optional<Group> mine = ours.group(name);
        mine.ifPresent(g -> ours = ours.without(g));
        theirs.group(name)
                .ifPresent(g -> {
                    List<String> members =
                            g.members().stream().filter(m -> ours.userById(m).isPresent()).toList();
                    Group taken = Copies.of(g, g.id(), members);
                    ours =
                            ours.with(
                                    taken.with(
                                            documents.checked(
                                                    EntityRef.group(g.name()),
                                                    g.policies(),
                                                    mine.map(Group::policies))));
                });
    }

    private void memberships(String name) {
        Set<String> user = new LinkedHashSet<>();
        theirs.user(name).map(User::id).ifPresent(user::add);
        for (Group group : List.copyOf(ours.groups().values())) {
            Group after = group;
            for (String member : group.members()) {
                if (ours.userById(member).isEmpty()) {
                    after = after.withoutMember(member);
                }
            }
            Optional<Group> its = theirs.group(group.name());
            for (String id : user) {
                boolean in = its.filter(g -> g.members().contains(id)).isPresent();
                after = in ? after.withMember(id) : after.withoutMember(id);
            }
            ours = ours.with(after);
        }
    }

    private void role(String name) {
        Optional<Role> mine = ours.role(name);
        mine.ifPresent(r -> ours = ours.without(r));
        Optional<Role> its = theirs.role(name);
        its.ifPresent(r -> {
            Role taken =
                    r.with(
                            documents.checked(
                                    EntityRef.role(r.name()),
                                    r.policies(),
                                    mine.map(Role::policies)));
            ours = ours.with(Copies.used(taken, mine.flatMap(Role::lastUsed)));
        });
        if (its.isEmpty() && mine.isPresent()) {
            for (InstanceProfile profile : List.copyOf(ours.profiles().values())) {
                if (profile.roleId().equals(mine.map(Role::id))) {
                    ours = ours.with(profile.withRole(Optional.empty()));
                }
            }
        }
    }

    private void trust(String name) {
        theirs.role(name)
                .ifPresent(its -> {
                    IamState state = here.with(ours);
                    PolicyDocument trust = documents.trust(before.roleById(its.id()), its, state);
                    ours = ours.with(ours.role(name).orElseThrow().withTrust(trust));
                });
    }

    private void profile(String name) {
        ours.profile(name).ifPresent(p -> ours = ours.without(p));
        theirs.profile(name)
                .ifPresent(p ->
                        ours =
                                ours.with(
                                        p.withRole(
                                                p.roleId()
                                                        .filter(r ->
                                                                ours.roleById(r).isPresent()))));
    }
}

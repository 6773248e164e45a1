package dev.rolecall.iam;

import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Principal;
import dev.rolecall.policy.PrincipalNames;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// IAM: the accounts and their users, groups, roles and policies, and what applies to whom.
///
/// The operations are the public methods of [#actions]. They do not authorise: `guard` has done
/// that before it calls one.
public final class Iam {
    private final IamStore store;
    private final AwsPolicies awsPolicies = new AwsPolicies();
    private final PrincipalNames names;
    private final Applying applying;
    private final Clock clock;
    private final Desk desk;
    private List<Object> actions = List.of();

    public Iam(Clock clock, Ids ids) {
        this(clock, ids, Mirror.none());
    }

    /// @param mirror takes each change before it is made
    public Iam(Clock clock, Ids ids, Mirror mirror) {
        this.store = new IamStore(mirror);
        this.clock = clock;
        this.names = new StateNames(store::state);
        this.applying = new Applying(store::state, awsPolicies);
        this.desk = new Desk(store, awsPolicies, names, clock, ids);
    }

    /// All that there is, as one immutable value.
    public IamState state() {
        return store.state();
    }

    /// Puts an earlier state back.
    public void restore(IamState state) {
        store.restore(state);
    }

    /// Puts another state in place of this one; every change waits until it is there. The mirror is
    /// not told: whoever replaces a state has seen to the other place, or means to see it as it is
    /// while nothing changes.
    public void replace(UnaryOperator<IamState> replacement) {
        store.replace(replacement);
    }

    /// The objects whose public methods are IAM's operations. Made when first asked for: a prompt
    /// does not wait for some eighty classes of the SDK.
    public synchronized List<Object> actions() {
        if (actions.isEmpty()) {
            actions = Actions.all(desk);
        }
        return actions;
    }

    /// Makes an empty account with its root user, unless it is there.
    ///
    /// @param accountId 12 digits
    public void createAccount(String accountId) {
        if (!accountId.matches("\\d{12}")) {
            throw new IllegalArgumentException("not an account id: " + accountId);
        }
        store.add(Account.empty(accountId, now()));
    }

    /// Makes an account with an administrator, an IAM user with AdministratorAccess, and returns
    /// the administrator's access key.
    public KeyOwner found(String accountId, String administrator) {
        createAccount(accountId);
        return owner(new Founding(desk).administrator(accountId, administrator)).orElseThrow();
    }

    /// Deletes the access key that [#found] made: an administrator may have two, and one who comes
    /// again and again needs a new one each time.
    ///
    /// @throws dev.rolecall.fault.AwsError if there is no such key, or its mirror refuses
    public void withdraw(String accountId, String administrator, AccessKey key) {
        new Founding(desk).withdraw(accountId, administrator, key.id());
    }

    /// Whether the account exists.
    public boolean accountExists(String accountId) {
        return names.accountExists(accountId);
    }

    /// The long-term key of that id, active or not, and who signs with it.
    public Optional<KeyOwner> owner(String accessKeyId) {
        return store.state().first(account -> owner(account, accessKeyId));
    }

    private static Optional<KeyOwner> owner(Account account, String accessKeyId) {
        return Optional.ofNullable(account.keys().get(accessKeyId))
                .map(key -> new KeyOwner(key, principal(account, key.ownerId())));
    }

    private static Principal principal(Account account, String ownerId) {
        return ownerId.equals(account.id())
                ? new Principal.Root(ownerId)
                : account.userById(ownerId).orElseThrow().principal();
    }

    /// The identity policies that apply: a user's inline and attached ones and its groups', a role
    /// session's role's, a federated user's creator's. The root user has none.
    public List<AttachedPolicy> identityPolicies(Principal principal) {
        return applying.identityPolicies(principal);
    }

    /// The permissions boundary that applies, if one is set.
    public Optional<AttachedPolicy> boundary(Principal principal) {
        return applying.boundary(principal);
    }

    /// The user's or role's own tags; a federated user has its creator's.
    public Map<String, String> tags(Principal principal) {
        return applying.identity(principal)
                .map(identity ->
                        identity instanceof Tagged it ? it.tags() : Map.<String, String>of())
                .orElse(Map.of());
    }

    /// The managed policy of that very ARN, AWS's or a customer's.
    public Optional<ManagedPolicy> managedPolicy(String arn) {
        return applying.managed(arn);
    }

    /// The user of that very ARN.
    public Optional<User> user(String arn) {
        return StateNames.identity(state(), arn)
                .flatMap(i -> i instanceof User user ? Optional.of(user) : Optional.empty());
    }

    /// The user of that unique id, whatever it is called now.
    public Optional<User> userById(String userId) {
        return state().first(account -> account.userById(userId));
    }

    /// The role of that very ARN.
    public Optional<Role> role(String arn) {
        return StateNames.identity(state(), arn)
                .flatMap(i -> i instanceof Role role ? Optional.of(role) : Optional.empty());
    }

    /// The role of that unique id, whatever it is called now.
    public Optional<Role> roleById(String roleId) {
        return state().first(account -> account.roleById(roleId));
    }

    /// Unique ids and ARNs of users and roles, as policies need them.
    public PrincipalNames names() {
        return names;
    }

    /// Notes the use of a long-term key (GetAccessKeyLastUsed); unknown keys are ignored. To the
    /// minute: most requests change nothing and wait for nobody.
    ///
    /// @param service the signing name, such as `s3`
    public void keyUsed(String accessKeyId, String service, String region) {
        Role.LastUsed use = use(service, region);
        owner(accessKeyId)
                .filter(owner -> use.adds(owner.key().lastUsed()))
                .map(owner -> owner.principal().account())
                .ifPresent(id -> store.change(id, account -> used(account, accessKeyId, use)));
    }

    private static Account used(Account account, String keyId, Role.LastUsed use) {
        AccessKey key = account.keys().get(keyId);
        return key == null ? account : account.with(key.used(use));
    }

    /// Notes that a session of a role made a request (RoleLastUsed), to the minute; unknown ids are
    /// ignored.
    ///
    /// @param service the signing name, such as `s3`
    public void roleUsed(String roleId, String service, String region) {
        Role.LastUsed use = use(service, region);
        roleById(roleId)
                .filter(role -> use.adds(role.lastUsed()))
                .map(Role::account)
                .ifPresent(id ->
                        store.change(
                                id,
                                account ->
                                        account.roleById(roleId)
                                                .map(r -> r.used(use))
                                                .map(account::with)
                                                .orElse(account)));
    }

    private Role.LastUsed use(String service, String region) {
        return new Role.LastUsed(now(), service, region);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}

package dev.rolecall.lab;

import dev.rolecall.cloud.Cloud;
import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.User;
import dev.rolecall.policy.Principal;
import dev.rolecall.snippet.CredentialsValue;
import dev.rolecall.snippet.Wardrobe;
import dev.rolecall.sts.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds whom a name or a key stands for, in the learner's own account.
final class Wardrobes implements Wardrobe {
    private final Cloud cloud;
    private final String account;

    Wardrobes(Cloud cloud, String account) {
        this.cloud = cloud;
        this.account = account;
    }

    private Optional<Account> home() {
        return cloud.iam().state().account(account);
    }

    List<String> userNames() {
        return home().map(a -> a.users().values().stream().map(User::name).toList())
                .orElse(List.of());
    }

    Optional<User> user(String name) {
        return home().flatMap(a -> a.user(name)).filter(u -> u.name().equals(name));
    }

    private List<AccessKey> keys(User user) {
        return home().map(a -> a.keysOf(user.id())).orElse(List.of());
    }

    @Override
    public Found keysOf(String userName) {
        return user(userName)
                .<Found>map(user -> new Keys(keys(user).stream().map(Wardrobes::key).toList()))
                .orElseGet(() -> new NoSuchUser(userNames()));
    }

    private static Key key(AccessKey key) {
        return new Key(CredentialsValue.ofKey(key.id(), key.secret()), key.active(), key.created());
    }

    /// The user's newest active key.
    Optional<Acting> newestKey(User user) {
        return keys(user).stream()
                .filter(AccessKey::active)
                .max(Comparator.comparing(AccessKey::created))
                .map(key -> new Acting(key(key).value(), user.name(), Optional.empty()));
    }

    /// Whose these credentials are, for the prompt.
    Acting named(CredentialsValue credentials) {
        String id = credentials.accessKeyId();
        Optional<Session> session = cloud.sts().session(id);
        if (session.isPresent()) {
            return new Acting(
                    credentials,
                    label(session.get()),
                    Optional.of(session.get().facts().expires()));
        }
        String label =
                cloud.iam().owner(id).map(owner -> plain(owner.principal())).orElse("key " + id);
        return new Acting(credentials, label, Optional.empty());
    }

    /// `Test as account-s3-full-access`.
    static String label(Session session) {
        String issuer = session.issuedTo();
        String who = issuer.substring(issuer.lastIndexOf('/') + 1);
        return session.principal() instanceof Principal.RoleSession role
                ? who + " as " + role.roleName()
                : plain(session.principal()) + " (session)";
    }

    private static String plain(Principal principal) {
        return switch (principal) {
            case Principal.User user -> user.name();
            case Principal.Root _ -> "root";
            default -> principal.arn();
        };
    }
}

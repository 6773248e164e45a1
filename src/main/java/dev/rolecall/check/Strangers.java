package dev.rolecall.check;

import dev.rolecall.policy.Arn;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.Principal;
import dev.rolecall.policy.PrincipalNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everybody who might come in beside the one who may: others of the account and of another one,
/// namesakes, sessions, and whoever the policy itself names or hints at with a pattern. Each comes
/// as they are, and again with whatever a condition asks of them.
final class Strangers {
    private static final String ELSEWHERE = "444455556666";
    private static final String ELSEWHERE_TOO = "777788889999";
    private static final String MALLORY = "Mallory";
    private static final String USER_ID = "AIDASTRANGER";
    private static final String ROLE_ID = "AROASTRANGER";

    private final World world;
    private final Principal.User only;

    /// @param only the one who may
    Strangers(World world, Principal.User only) {
        this.world = world;
        this.only = only;
    }

    /// A user who was never made. The unique id is one that AWS could not give.
    static Principal.User user(String account, String name) {
        return new Principal.User(account, "/", name, USER_ID + account.substring(3));
    }

    /// Whether this is somebody who was never made.
    static boolean isOne(Principal principal) {
        return switch (principal) {
            case Principal.User user -> user.id().startsWith(USER_ID);
            case Principal.RoleSession session -> session.roleId().startsWith(ROLE_ID);
            default -> false;
        };
    }

    private static Principal.RoleSession session(String account, String role, String name) {
        String roleId = ROLE_ID + account.substring(3);
        return new Principal.RoleSession(account, "/", role, roleId, name);
    }

    /// Each with everything allowed by its own account: the resource's policy alone holds it back.
    List<Judge.Question> questions(String action, String resource, PolicyDocument policy) {
        Set<Context> contexts = new LinkedHashSet<>();
        contexts.add(Context.empty());
        Set<Principal> principals = new LinkedHashSet<>(usual());
        for (Statements.Sketch statement : Statements.of(policy)) {
            contexts.add(statement.satisfying());
            statement.texts("Principal").forEach(text -> principals.addAll(hinted(text)));
            statement
                    .conditions()
                    .forEach(
                            test -> test.values().forEach(text -> principals.addAll(hinted(text))));
        }
        List<Judge.Question> questions = new ArrayList<>();
        for (Principal principal : principals) {
            for (Context context : isOnly(principal) ? Set.<Context>of() : contexts) {
                for (String way : ways(principal, action)) {
                    questions.add(new Judge.Question(principal, way, resource, context, true));
                }
            }
        }
        return questions;
    }

    // Somebody for whom an identity provider speaks has ways of their own into a role.
    private static List<String> ways(Principal principal, String action) {
        return principal instanceof Principal.Provider && action.equals("sts:AssumeRole")
                ? List.of("sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML")
                : List.of(action);
    }

    private List<Principal> usual() {
        String home = only.account();
        String away = home.equals(ELSEWHERE) ? ELSEWHERE_TOO : ELSEWHERE;
        return List.of(
                user(home, MALLORY),
                user(away, MALLORY),
                user(away, only.name()),
                session(home, "operators", only.name()),
                session(home, only.name(), only.name()),
                session(away, "operators", only.name()));
    }

    // The same user however its account or path were changed meanwhile.
    private boolean isOnly(Principal principal) {
        return principal instanceof Principal.User user
                && (user.id().equals(only.id()) || user.arn().equals(only.arn()));
    }

    /// Whom a text in a policy may mean. A wildcard is tried with something and with nothing in its
    /// place.
    private List<Principal> hinted(String text) {
        List<Principal> found = new ArrayList<>();
        for (String filling : List.of("x", "")) {
            String example = Statements.example(text, filling);
            if (example.matches("AROA\\w+:.+")) {
                found.add(sessionOf(example));
                continue;
            }
            String arn = world.names().arn(example).orElse(example);
            Optional<Arn> parsed = Arn.parse(arn);
            if (parsed.isPresent()) {
                principal(parsed.get()).ifPresent(found::add);
            } else if (example.endsWith(".amazonaws.com")) {
                found.add(new Principal.Service(example));
            } else if (example.matches("[0-9]{12}")) {
                found.add(user(example, MALLORY));
            } else if (example.matches("[\\w+=,.@-]{1,64}")) {
                found.add(user(only.account(), example));
                found.add(user(ELSEWHERE, example));
                found.add(new Principal.Provider(example));
            }
        }
        return found;
    }

    /// A value of `aws:userid`, `AROA…:session`.
    private Principal.RoleSession sessionOf(String userId) {
        String[] parts = userId.split(":", 2);
        Optional<Arn> role = world.names().arn(parts[0]).flatMap(Arn::parse);
        String resource = role.map(Arn::resource).orElse("role/gone");
        return new Principal.RoleSession(
                role.map(Arn::account).orElse(ELSEWHERE),
                path(resource),
                resource.substring(resource.lastIndexOf('/') + 1),
                parts[0],
                parts[1]);
    }

    private Optional<Principal> principal(Arn arn) {
        String account = arn.account().matches("[0-9]{12}") ? arn.account() : only.account();
        String resource = arn.resource();
        String kind = resource.replaceFirst("/.*", "");
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        return switch (kind) {
            case "root" -> Optional.of(user(account, MALLORY));
            case "user" -> Optional.of(user(account, path(resource), name, id(arn)));
            case "role" -> Optional.of(role(account, path(resource), name, id(arn)));
            case "assumed-role" -> Optional.of(session(account, resource.split("/", -1)[1], name));
            case "oidc-provider", "saml-provider" ->
                    Optional.of(new Principal.Provider(arn.toString()));
            default -> Optional.empty();
        };
    }

    private static Principal user(
            String account, String path, String name, Optional<String> uniqueId) {
        Principal.User made = user(account, name);
        return new Principal.User(account, path, name, uniqueId.orElse(made.id()));
    }

    private static Principal role(
            String account, String path, String name, Optional<String> uniqueId) {
        Principal.RoleSession made = session(account, name, "s1");
        return new Principal.RoleSession(
                account, path, name, uniqueId.orElse(made.roleId()), made.sessionName());
    }

    private Optional<String> id(Arn arn) {
        PrincipalNames names = world.names();
        return names.uniqueId(arn.toString());
    }

    /// `/` or `/a/b/`: what stands between the kind and the name.
    private static String path(String resource) {
        return resource.substring(resource.indexOf('/'), resource.lastIndexOf('/') + 1);
    }
}

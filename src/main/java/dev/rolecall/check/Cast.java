package dev.rolecall.check;

import dev.rolecall.check.Statements.Sketch;
import dev.rolecall.check.Statements.Test;
import dev.rolecall.policy.Arn;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.Principal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everybody whom a policy might tell from others: users and sessions of the account and of other
/// ones, those whom it names, those whom a pattern of it lets through or holds back, and such that
/// it does not know at all.
final class Cast {
    private static final List<String> ACCOUNTS =
            List.of("444455556666", "777788889999", "123123123123", "909090909090", "500000000005");
    private static final int ACCOUNT_DIGITS = 12;
    private static final List<String> NAMES = List.of("Mallory", "Oscar", "Trudy", "Eve");
    private static final List<String> ROLES = List.of("operators", "deploy", "audit", "x");
    private static final List<String> IDS =
            List.of("Q3ZJ5KXW7RB2LMT6V", "HN4PYD2GC6SEU3FQA", "7T6S5R4Q3P2ONMLKJ");

    private final World world;
    private final Budget budget;
    private final List<Sketch> statements;
    private final List<Test> tests;
    private final Named named;
    private final Map<String, List<String>> made = new HashMap<>();

    /// @param known whose names are worth trying with others: a namesake is somebody else
    Cast(World world, PolicyDocument policy, Collection<String> known, Budget budget) {
        this.world = world;
        this.budget = budget;
        this.statements = Statements.of(policy);
        this.tests = statements.stream().flatMap(s -> s.conditions().stream()).toList();
        this.named = new Named(world, new LinkedHashSet<>(known));
        statements.forEach(statement ->
                Stream.concat(
                                statement.texts("Principal", "NotPrincipal").stream(),
                                statement.conditions().stream()
                                        .filter(test -> test.ofTexts())
                                        .flatMap(test -> test.values().stream()))
                        .map(Cast::withoutVariables)
                        .forEach(named::note));
    }

    private static String withoutVariables(String text) {
        return Variables.filled(text, _ -> List.of(Values.FRESH)).stream().findFirst().orElse(text);
    }

    Set<Principal> all() {
        Set<Principal> all = new LinkedHashSet<>();
        List<String> names = told(NAMES, named.names(), "aws:username");
        List<String> sessions = told(List.of("s1", "work"), named.names(), "aws:userid");
        for (String account : accounts()) {
            users(account, names).forEach(all::add);
            sessions(account, sessions).forEach(all::add);
        }
        all.addAll(named.principals());
        return all;
    }

    /// The same session under each name that its policies tell from others: whoever begins it gives
    /// it any.
    static List<Principal> disguises(World world, Principal who, Budget budget) {
        if (!(who instanceof Principal.RoleSession session)) {
            return List.of(who);
        }
        List<Words.Pattern> patterns =
                world.identityPolicies(who).stream()
                        .flatMap(policy -> Statements.of(policy.document()).stream())
                        .flatMap(statement -> statement.conditions().stream())
                        .filter(test -> test.key().equals("aws:userid"))
                        .flatMap(Cast::patterns)
                        .toList();
        String start = session.roleId() + ":";
        List<String> own = List.of(session.sessionName());
        return new Words(patterns, budget)
                .all(start, own, Words.Form.of(Cast::inName, 2)).stream()
                        .map(name ->
                                (Principal)
                                        new Principal.RoleSession(
                                                session.account(),
                                                session.rolePath(),
                                                session.roleName(),
                                                session.roleId(),
                                                name))
                        .toList();
    }

    private Set<String> accounts() {
        Set<String> accounts = new LinkedHashSet<>();
        accounts.add(world.account());
        List<Words.Pattern> patterns =
                Stream.concat(
                                patterns("aws:principalaccount"),
                                patterns("aws:principalarn").flatMap(p -> part(p, 4).stream()))
                        .toList();
        accounts.addAll(
                new Words(patterns, budget)
                        .all("", unnamed(), Words.Form.of(Cast::isDigit, ACCOUNT_DIGITS)));
        accounts.addAll(named.accounts());
        accounts.removeIf(account -> account.length() != ACCOUNT_DIGITS);
        return accounts;
    }

    private List<String> unnamed() {
        return ACCOUNTS.stream().filter(a -> !named.accounts().contains(a)).toList();
    }

    private static Optional<Words.Pattern> part(Words.Pattern arn, int index) {
        String[] parts = arn.text().split(":", 6);
        return parts.length == 6
                ? Optional.of(new Words.Pattern(parts[index], arn.wildcards()))
                : Optional.empty();
    }

    private Stream<Principal.User> users(String account, List<String> names) {
        String start = "arn:aws:iam::" + account + ":user/";
        return Stream.concat(names.stream(), suffixes(start, names).stream())
                .distinct()
                .flatMap(name -> {
                    String path = path(name);
                    return ids("AIDA", start + name)
                            .map(id -> new Principal.User(account, path, last(name), id));
                });
    }

    private Stream<Principal.RoleSession> sessions(String account, List<String> sessions) {
        String start = "arn:aws:iam::" + account + ":role/";
        Set<String> roles = new LinkedHashSet<>(ROLES.subList(0, 1));
        roles.addAll(named.names());
        roles.addAll(suffixes(start, ROLES));
        return roles.stream()
                .flatMap(role ->
                        ids("AROA", start + role)
                                .flatMap(id ->
                                        sessions.stream()
                                                .map(session ->
                                                        new Principal.RoleSession(
                                                                account,
                                                                path(role),
                                                                last(role),
                                                                id,
                                                                session))));
    }

    /// The unique id of who is there; for others any that the tests tell apart.
    private Stream<String> ids(String start, String arn) {
        Optional<String> known = world.names().uniqueId(arn);
        return known.isPresent() ? known.stream() : made.computeIfAbsent(start, this::ids).stream();
    }

    private List<String> ids(String start) {
        List<Words.Pattern> patterns =
                patterns("aws:userid")
                        .map(p -> new Words.Pattern(p.text().split(":", 2)[0], p.wildcards()))
                        .toList();
        return new Words(patterns, budget)
                .all(start, IDS, Words.Form.of(Cast::inId, IDS.getFirst().length())).stream()
                        .map(rest -> start + rest)
                        .toList();
    }

    /// What may follow in an ARN, one for each answer of the patterns.
    private List<String> suffixes(String start, List<String> preferred) {
        List<Words.Pattern> patterns = patterns("aws:principalarn").toList();
        if (patterns.isEmpty()) {
            return preferred.subList(0, 1);
        }
        return new Words(patterns, budget)
                .all(start, preferred, new Words.Form(Cast::inPath, 1, true));
    }

    /// Names that the tests of a key tell apart, and names known from elsewhere.
    private List<String> told(List<String> fresh, Collection<String> known, String key) {
        List<Words.Pattern> patterns =
                Stream.concat(
                                patterns(key),
                                Stream.of("aws:username", "aws:principalarn")
                                        .flatMap(this::patterns)
                                        .map(p -> new Words.Pattern(last(p.text()), p.wildcards())))
                        .map(p -> new Words.Pattern(afterColon(p.text()), p.wildcards()))
                        .distinct()
                        .toList();
        Set<String> names = new LinkedHashSet<>();
        if (patterns.isEmpty()) {
            names.add(fresh.getFirst());
        } else {
            names.addAll(
                    new Words(patterns, budget).all("", fresh, Words.Form.of(Cast::inName, 1)));
        }
        names.addAll(known);
        return List.copyOf(names);
    }

    private Stream<Words.Pattern> patterns(String key) {
        return tests.stream().filter(test -> test.key().equals(key)).flatMap(Cast::patterns);
    }

    private static Stream<Words.Pattern> patterns(Test test) {
        return test.values().stream()
                .filter(_ -> test.ofTexts())
                .map(text -> new Words.Pattern(withoutVariables(text), test.wildcards()));
    }

    private static boolean isDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean inId(int letter) {
        return (letter >= 'A' && letter <= 'Z') || (letter >= '2' && letter <= '7');
    }

    private static boolean inPath(int letter) {
        return inName(letter) || letter == '/';
    }

    private static boolean inName(int letter) {
        return letter < 128
                && (Character.isLetterOrDigit(letter) || "_+=,.@-".indexOf(letter) >= 0);
    }

    private static String afterColon(String text) {
        return Arn.parse(text).isPresent() ? text : text.substring(text.indexOf(':') + 1);
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// `/` or `/a/b/`.
    private static String path(String name) {
        return "/" + name.substring(0, name.lastIndexOf('/') + 1);
    }
}

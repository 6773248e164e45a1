package dev.rolecall.check;

import dev.rolecall.policy.Arn;
import dev.rolecall.policy.Principal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whom the texts in a policy name, or hint at with a pattern.
final class Named {
    private static final Pattern SESSION_ID = Pattern.compile("(AROA\\w+):(.+)");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");

    private final World world;
    private final Set<String> names;
    private final Set<String> accounts = new LinkedHashSet<>();
    private final Set<Principal> principals = new LinkedHashSet<>();

    Named(World world, Set<String> names) {
        this.world = world;
        this.names = names;
    }

    Set<String> names() {
        return names;
    }

    Set<String> accounts() {
        return accounts;
    }

    Set<Principal> principals() {
        return principals;
    }

    /// A wildcard is tried with something and with nothing in its place.
    void note(String text) {
        for (String filling : List.of("x", "")) {
            String example = Statements.example(text, filling);
            Matcher session = SESSION_ID.matcher(example);
            Optional<Arn> arn = Arn.parse(world.names().arn(example).orElse(example));
            if (session.matches()) {
                session(session.group(1), session.group(2));
            } else if (arn.isPresent()) {
                note(arn.get());
            } else if (ACCOUNT.matcher(text.replaceAll("[*?]", "0")).matches()) {
                accounts.add(text.replaceAll("[*?]", "0"));
            } else if (text.matches("[0-9]{1,11}\\*")) {
                accounts.add((text.replace("*", "") + "0".repeat(12)).substring(0, 12));
            } else {
                plain(example);
            }
        }
    }

    private void plain(String text) {
        if (text.endsWith(".amazonaws.com")) {
            principals.add(new Principal.Service(text));
        }
        if (text.contains(".")) {
            principals.add(new Principal.Provider(text));
        }
        if (NAME.matcher(text).matches()) {
            names.add(text);
        }
    }

    /// A value of `aws:userid`, `AROA…:session`.
    private void session(String id, String name) {
        Optional<Arn> role = world.names().arn(id).flatMap(Arn::parse);
        String resource = role.map(Arn::resource).orElse("role/gone");
        principals.add(
                new Principal.RoleSession(
                        role.map(Arn::account).orElse(world.account()),
                        path(resource),
                        last(resource),
                        id,
                        name));
    }

    private void note(Arn arn) {
        boolean whole = ACCOUNT.matcher(arn.account()).matches();
        String account = whole ? arn.account() : world.account();
        if (whole) {
            accounts.add(account);
        }
        String resource = arn.resource();
        Optional<String> id = world.names().uniqueId(arn.toString());
        switch (resource.replaceFirst("/.*", "")) {
            case "user" -> {
                String name = last(resource);
                names.add(name);
                principals.add(
                        new Principal.User(
                                account, path(resource), name, id.orElse("AIDA" + account)));
            }
            case "role" ->
                    principals.add(
                            new Principal.RoleSession(
                                    account,
                                    path(resource),
                                    last(resource),
                                    id.orElse("AROA" + account),
                                    "s1"));
            case "assumed-role" -> assumed(account, resource.split("/", -1));
            case "oidc-provider", "saml-provider" ->
                    principals.add(new Principal.Provider(arn.toString()));
            default -> {}
        }
    }

    private void assumed(String account, String[] parts) {
        String name = parts[parts.length - 1];
        String role = parts[1];
        String arn = "arn:aws:iam::" + account + ":role/" + role;
        String id = world.names().uniqueId(arn).orElse("AROA" + account);
        principals.add(new Principal.RoleSession(account, "/", role, id, name));
    }

    private static String last(String resource) {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    /// `/` or `/a/b/`: what stands between the kind and the name.
    private static String path(String resource) {
        int begin = resource.indexOf('/');
        return begin < 0 ? "/" : resource.substring(begin, resource.lastIndexOf('/') + 1);
    }
}

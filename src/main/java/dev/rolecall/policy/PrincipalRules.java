package dev.rolecall.policy;

import java.util.Set;
import java.util.regex.Pattern;

/// Which values of a `Principal` AWS takes ("AWS JSON policy elements: Principal").
final class PrincipalRules {
    /// The providers that AWS knows without being told.
    static final Set<String> BUILT_IN_PROVIDERS =
            Set.of(
                    "accounts.google.com",
                    "cognito-identity.amazonaws.com",
                    "graph.facebook.com",
                    "www.amazon.com");

    private final PrincipalNames names;

    PrincipalRules(PrincipalNames names) {
        this.names = names;
    }

    /// A value under `AWS`: everybody, an account, a user or role that exists, a session. A lone
    /// `*` is the only wildcard, and a group is no principal.
    boolean isKnown(String value) {
        if (value.equals("*")) {
            return true;
        }
        var account = PrincipalName.account(value);
        if (account.isPresent()) {
            return names.accountExists(account.get());
        }
        return Arn.parse(value)
                .map(arn -> isKnown(value, arn))
                .orElseGet(() -> names.arn(value).isPresent());
    }

    private boolean isKnown(String value, Arn arn) {
        return switch (arn.service()) {
            case "iam" -> names.uniqueId(value).isPresent();
            case "sts" -> isSession(arn) && names.accountExists(arn.account());
            default -> false;
        };
    }

    /// A session is not looked up: it need not have begun.
    private static boolean isSession(Arn arn) {
        String[] parts = arn.resource().split("/", -1);
        boolean plain =
                arn.region().isEmpty()
                        && !arn.resource().contains("*")
                        && !arn.resource().contains("?");
        return plain
                && switch (parts[0]) {
                    case "assumed-role" -> parts.length == 3 && !parts[2].isEmpty();
                    case "federated-user" -> parts.length == 2 && !parts[1].isEmpty();
                    default -> false;
                };
    }

    /// AWS looks a service up in a catalogue that it does not publish; here its form decides.
    static boolean isService(String value) {
        return Shapes.SERVICE.matcher(value).matches();
    }

    /// A provider's ARN or the host of one.
    static boolean isProvider(String value) {
        return BUILT_IN_PROVIDERS.contains(value)
                || Shapes.PROVIDER_ARN.matcher(value).matches()
                || Shapes.HOST.matcher(value).matches();
    }

    /// Compiled at the first document that is checked.
    private static final class Shapes {
        static final Pattern SERVICE =
                Pattern.compile(
                        "[a-z0-9][a-z0-9.-]*\\.(amazonaws\\.com(\\.cn)?|amazon\\.com|aws\\.internal)");
        static final Pattern PROVIDER_ARN =
                Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:(oidc|saml)-provider/\\S+");
        static final Pattern HOST =
                Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

        private Shapes() {}
    }
}

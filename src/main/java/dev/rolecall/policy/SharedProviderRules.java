package dev.rolecall.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A provider that serves many tenants must be narrowed to one, or anybody's token would do
/// ("Create a role for OpenID Connect federation", Identity-provider controls for shared OIDC
/// providers).
final class SharedProviderRules {
    private static final String COGNITO = "cognito-identity.amazonaws.com";
    private static final Set<Operator> NARROWING =
            Set.of(
                    Operator.STRING_EQUALS,
                    Operator.STRING_LIKE,
                    Operator.STRING_EQUALS_IGNORE_CASE);

    /// Issuer to the claims of which one must be narrowed.
    private static final Map<String, List<String>> CLAIMS =
            Map.ofEntries(
                    Map.entry(
                            "token.actions.githubusercontent.com",
                            List.of("sub", "job_workflow_ref")),
                    Map.entry("vstoken.actions.githubusercontent.com", List.of("sub")),
                    Map.entry("oidc-configuration.audit-log.githubusercontent.com", List.of("sub")),
                    Map.entry("gitlab.com", List.of("sub")),
                    Map.entry("agent.buildkite.com", List.of("sub")),
                    Map.entry("app.terraform.io", List.of("sub")),
                    Map.entry("oidc.codefresh.io", List.of("sub")),
                    Map.entry("scalr.io", List.of("sub")),
                    Map.entry("proidc.upbound.io", List.of("sub")),
                    Map.entry("api.pulumi.com/oidc", List.of("aud")),
                    Map.entry("oidc.vercel.com", List.of("aud")),
                    Map.entry("sandboxes.cloud", List.of("aud")));

    private SharedProviderRules() {}

    /// @param providers the `Federated` principals of a statement that allows
    static void check(List<String> providers, List<Condition> conditions) {
        for (String provider : providers) {
            if (provider.equals(COGNITO) && conditions.isEmpty()) {
                throw Refused.because("A condition block must be present for the Cognito provider");
            }
            String issuer = issuer(provider);
            List<String> claims = CLAIMS.getOrDefault(issuer, List.of());
            if (!claims.isEmpty() && !narrowed(issuer, claims, conditions)) {
                throw Refused.because(message(provider, issuer, claims));
            }
        }
    }

    private static String issuer(String provider) {
        String kind = ":oidc-provider/";
        int begin = provider.indexOf(kind);
        return begin < 0 ? provider : provider.substring(begin + kind.length());
    }

    private static boolean narrowed(
            String issuer, List<String> claims, List<Condition> conditions) {
        return conditions.stream()
                .filter(c -> c.name().operator().filter(NARROWING::contains).isPresent())
                .filter(c -> !c.name().ifExists())
                .filter(c ->
                        claims.stream()
                                .map(claim -> issuer + ":" + claim)
                                .anyMatch(c.key()::equalsIgnoreCase))
                .anyMatch(c -> c.texts().stream().noneMatch(SharedProviderRules::coversAll));
    }

    private static boolean coversAll(String value) {
        return value.chars().allMatch(c -> c == '*' || c == '?');
    }

    private static String message(String provider, String issuer, List<String> claims) {
        return "Trust policy with trusted principal "
                + provider
                + " must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, "
                + String.join(" or ", claims.stream().map(claim -> issuer + ":" + claim).toList())
                + " which is not scoped to all.";
    }
}

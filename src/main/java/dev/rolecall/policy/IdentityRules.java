package dev.rolecall.policy;

import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The checks of a policy without principals, in the order in which IAM makes them: a document with
/// several flaws gets the message of the first stage that it fails.
final class IdentityRules {
    private static final String LEGACY = "The policy failed legacy parsing";

    private final List<JsonObject> statements;

    private IdentityRules(List<JsonObject> statements) {
        this.statements = statements;
    }

    /// @throws Refused with IAM's message
    static void check(String text) {
        JsonObject document = IdentitySyntax.document(text);
        if (!(document.members().get("Version") instanceof JsonString version)
                || !version.value().equals("2012-10-17")) {
            throw Refused.because("Policy document must be version 2012-10-17 or greater.");
        }
        new IdentityRules(IdentitySyntax.statements(document)).check();
    }

    private void check() {
        statements.forEach(IdentityRules::legacy);
        List<ResourceShape.Flaw> shapes = resourceShapes();
        uniqueSids();
        withoutPrincipals();
        contains("Action", "Policy statement must contain actions.");
        if (!shapes.isEmpty()) {
            throw Refused.because(shapes.getFirst().message());
        }
        statements.forEach(IdentityRules::actionShapes);
        contains("Resource", "Policy statement must contain resources.");
    }

    /// `Effect` is read with its case, dates as dates; and a resource that has the right shape so
    /// far must be an ARN to the older parser too.
    private static void legacy(JsonObject statement) {
        String effect = texts(statement, "Effect").getFirst();
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw Refused.because(LEGACY);
        }
        for (Condition condition : IdentitySyntax.conditions(statement)) {
            boolean date =
                    condition
                            .name()
                            .operator()
                            .filter(o -> o.text().startsWith("Date"))
                            .isPresent();
            if (date
                    && !condition.texts().stream().allMatch(t -> PolicyDate.parse(t).isPresent())) {
                throw Refused.because(LEGACY);
            }
        }
    }

    private List<ResourceShape.Flaw> resourceShapes() {
        return statements.stream()
                .flatMap(s -> texts(s, "Resource", "NotResource").stream())
                .flatMap(resource -> {
                    var flaw = ResourceShape.check(resource);
                    if (flaw.isEmpty() && !ResourceShape.passesLegacyParser(resource)) {
                        throw Refused.because(LEGACY);
                    }
                    return flaw.stream();
                })
                .toList();
    }

    private void uniqueSids() {
        Set<String> seen = new HashSet<>();
        for (JsonObject statement : statements) {
            for (String sid : texts(statement, "Sid")) {
                if (!sid.isEmpty() && !seen.add(sid)) {
                    throw Refused.because("Statement IDs (SID) in a single policy must be unique.");
                }
                // "Sid supports ASCII uppercase letters, lowercase letters, and numbers" (IAM JSON
                // policy elements: Sid); the text is the one that IAM's users quote.
                if (!Shapes.SID.matcher(sid).matches()) {
                    throw Refused.because(
                            "Statement IDs (SID) must be alpha-numeric. Check that your input"
                                    + " satisfies the regular expression [0-9A-Za-z]*");
                }
            }
        }
    }

    private void withoutPrincipals() {
        boolean named =
                statements.stream()
                        .map(s -> s.members().keySet())
                        .anyMatch(n -> n.contains("Principal") || n.contains("NotPrincipal"));
        if (named) {
            throw Refused.because("Policy document should not specify a principal.");
        }
    }

    private void contains(String element, String message) {
        for (JsonObject statement : statements) {
            if (texts(statement, element, "Not" + element).isEmpty()) {
                throw Refused.because(message);
            }
        }
    }

    private static void actionShapes(JsonObject statement) {
        for (String action : texts(statement, "Action", "NotAction")) {
            String[] parts = action.split(":", -1);
            if (parts.length == 1 && !action.equals("*")) {
                throw Refused.because(
                        "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
            }
            if (parts.length > 2) {
                throw Refused.because("Actions/Condition can contain only one colon.");
            }
            if (!parts[0].equals("*") && !Shapes.VENDOR.matcher(parts[0]).matches()) {
                throw Refused.because("Vendor " + parts[0] + " is not valid");
            }
        }
    }

    private static List<String> texts(JsonObject statement, String... names) {
        return List.of(names).stream()
                .flatMap(name -> DocumentParser.list(statement, name).stream())
                .flatMap((JsonValue value) -> DocumentParser.text(value).stream())
                .toList();
    }

    /// Compiled at the first document that is checked.
    private static final class Shapes {
        static final Pattern SID = Pattern.compile("[0-9A-Za-z]*");
        static final Pattern VENDOR = Pattern.compile("[a-zA-Z0-9.-]*");

        private Shapes() {}
    }
}

package dev.rolecall.policy;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// S3's checks of the conditions of one statement: operators, keys, and whether every action that
/// the statement names knows the key ("Policies and permissions in Amazon S3").
final class BucketConditionRules {
    /// Keys that no action lists, for S3 sends them, or takes them, with all.
    private static final Set<String> GENERAL =
            Set.of(
                    "accessgrantsinstancearn",
                    "accesspointnetworkorigin",
                    "authtype",
                    "dataaccesspointaccount",
                    "dataaccesspointarn",
                    "resourceaccount",
                    "signatureage",
                    "signatureversion",
                    "tlsversion",
                    "x-amz-content-sha256",
                    "x-amz-grant-write",
                    "x-amz-grant-write-acp");

    private static final Set<String> GENERAL_TAGS = Set.of("buckettag/", "accesspointtag/");

    private final List<String> actions;
    private final List<String> resources;

    BucketConditionRules(List<String> actions, List<String> resources) {
        this.actions = actions;
        this.resources = resources;
    }

    void check(List<Condition> conditions) {
        for (Condition condition : conditions) {
            operator(condition);
            key(condition.key().toLowerCase(Locale.ROOT));
        }
    }

    private static void operator(Condition condition) {
        if (condition.name().operator().isEmpty()) {
            throw Refused.because("Invalid Condition type : " + condition.operatorText());
        }
        switch (condition.name().operator().get()) {
            case IP_ADDRESS, NOT_IP_ADDRESS -> {
                if (!condition.texts().stream().allMatch(t -> AddressRange.parse(t).isPresent())) {
                    throw Refused.because("Invalid IP address in Conditions");
                }
            }
            case BINARY_EQUALS -> condition.texts().forEach(BucketConditionRules::base64);
            default -> {}
        }
    }

    private static void base64(String text) {
        try {
            Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw Refused.because("Invalid Base64 value for binary condition");
        }
    }

    private void key(String key) {
        if (key.startsWith("aws:")) {
            return;
        }
        if (!key.startsWith("s3:")) {
            throw Refused.because("Policy has an invalid condition key");
        }
        String own = key.substring(key.indexOf(':') + 1);
        int slash = own.indexOf('/');
        String name = slash < 0 ? own : own.substring(0, slash + 1);
        if (GENERAL.contains(name) || GENERAL_TAGS.contains(name)) {
            return;
        }
        if (!S3Actions.anyKnowsKey(name)) {
            throw Refused.because("Policy has an invalid condition key");
        }
        if (!actions.stream().allMatch(action -> knows(action, name))) {
            throw Refused.because(
                    "Conditions do not apply to combination of actions and resources in"
                            + " statement");
        }
    }

    /// A pattern knows a key if any action that it stands for, and that fits a resource, does.
    private boolean knows(String action, String key) {
        return S3Actions.named(action).stream()
                .filter(a -> resources.isEmpty() || resources.stream().anyMatch(r -> fits(a, r)))
                .anyMatch(a -> a.keys().contains(key));
    }

    private static boolean fits(S3Actions.Action action, String resource) {
        return BucketRules.onObject(resource) ? action.onObject() : action.onBucket();
    }
}

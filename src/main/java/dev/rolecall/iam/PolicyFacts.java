package dev.rolecall.iam;

import java.time.Instant;

/// A managed policy without its documents, as lists show it.
record PolicyFacts(
        String account,
        String path,
        String name,
        String id,
        Instant created,
        Instant updated,
        String defaultVersion) {

    static PolicyFacts of(ManagedPolicy policy) {
        return new PolicyFacts(
                policy.account(),
                policy.path(),
                policy.name(),
                policy.id(),
                policy.created(),
                policy.updated(),
                policy.defaultVersion());
    }

    String arn() {
        return "arn:aws:iam::" + account + ":policy" + path + name;
    }
}

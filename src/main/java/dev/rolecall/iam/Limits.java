package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;

/// IAM's quotas as a new account has them ("IAM and AWS STS quotas").
final class Limits {
    static final int USERS = 5000;
    static final int GROUPS = 300;
    static final int ROLES = 1000;
    static final int POLICIES = 1500;
    static final int PROFILES = 1000;
    static final int ACCESS_KEYS = 2;
    static final int GROUPS_PER_USER = 10;
    static final int TAGS = 50;
    static final int VERSIONS = 5;

    /// A managed policy, in characters that are not white space.
    static final int POLICY_SIZE = 6144;

    /// A trust policy, in characters that are not white space.
    static final int TRUST_SIZE = 2048;

    private Limits() {}

    /// Refuses one more if there are as many as there may be.
    static void roomFor(int present, String quota, int limit) {
        if (present >= limit) {
            throw IamErrors.quota(quota, limit);
        }
    }
}

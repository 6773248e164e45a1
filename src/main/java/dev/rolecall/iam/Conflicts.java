package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;

/// What must be gone before an identity can be deleted (`DeleteConflict`).
final class Conflicts {
    private Conflicts() {}

    static void refuseIfHoldsPolicies(Identity identity) {
        if (!identity.policies().attached().isEmpty()) {
            throw IamErrors.deleteConflict("detach all policies");
        }
        if (!identity.policies().inline().isEmpty()) {
            throw IamErrors.deleteConflict("delete policies");
        }
    }
}

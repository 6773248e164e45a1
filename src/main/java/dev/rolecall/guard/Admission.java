package dev.rolecall.guard;

import dev.rolecall.fault.AwsError;
import dev.rolecall.iam.Caller;
import dev.rolecall.wire.Signature;
import java.util.Optional;

/// Who a request says it is from, and whether that is believed.
///
/// @param caller known also for a session that ended: the audit trail tells whose it was
/// @param secret what signed it; empty for an anonymous request
/// @param refusal why it is not believed
record Admission(Caller caller, Signature signature, String secret, Optional<AwsError> refusal) {

    static Admission refused(Caller caller, Signature signature, AwsError refusal) {
        return new Admission(caller, signature, "", Optional.of(refusal));
    }
}

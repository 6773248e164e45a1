package dev.rolecall.guard;

import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Principal;
import java.time.Instant;
import java.util.List;

/// One request in the audit trail: who asked for what, and what was answered.
///
/// @param number from 1, in the order of arrival
/// @param at the lab's clock
/// @param principal who asked; known also where the request was refused for an expired session
/// @param accessKeyId the key that signed; empty for an anonymous request
/// @param service `iam`, `sts` or `s3`
/// @param operation AWS's operation, such as `ListBuckets`; empty if it was never known
/// @param asked each question put to the policies
/// @param status the HTTP status of the answer
/// @param errorCode AWS's error code; empty for a success
/// @param errorMessage the error's message; empty for a success
public record Recorded(
        int number,
        Instant at,
        Principal principal,
        String accessKeyId,
        String service,
        String operation,
        List<Asked> asked,
        int status,
        String errorCode,
        String errorMessage) {

    public Recorded {
        asked = List.copyOf(asked);
    }

    /// One question and its answer.
    public record Asked(String action, String resource, Evaluation.Decision decision) {}

    /// Whether the request was carried out.
    public boolean succeeded() {
        return status < 300;
    }

    /// Whether somebody said no: to the caller's credentials, or to what was asked.
    public boolean refused() {
        return status == 403 || errorCode.equals("ExpiredToken");
    }

    /// Whether somebody said no to all of it or to a part: DeleteObjects succeeds though some of
    /// its keys may not be deleted.
    public boolean refusedInPart() {
        return refused() || asked.stream().anyMatch(a -> a.decision() != Evaluation.Decision.ALLOW);
    }

    /// Whether the request put this action to the policies.
    public boolean askedFor(String action) {
        return asked.stream().anyMatch(a -> a.action().equalsIgnoreCase(action));
    }

    Recorded numbered(int n) {
        return new Recorded(
                n,
                at,
                principal,
                accessKeyId,
                service,
                operation,
                asked,
                status,
                errorCode,
                errorMessage);
    }
}

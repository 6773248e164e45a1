package dev.rolecall.fault;

/// Refusals by policy ("Troubleshoot access denied error messages").
public final class AccessErrors {
    private AccessErrors() {}

    /// Somebody's policies do not allow it.
    ///
    /// @param who the caller's ARN
    /// @param resource as this operation prints it; empty if it prints none
    /// @param reason what follows, with its leading space; may be empty
    public static AwsError denied(String who, String action, String resource, String reason) {
        String on = resource.isEmpty() ? "" : " on resource: " + resource;
        return AwsError.of(
                403,
                "AccessDenied",
                "User: " + who + " is not authorized to perform: " + action + on + reason);
    }
}

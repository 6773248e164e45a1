package dev.rolecall.policy;

/// The reason that AWS adds to an AccessDenied message ("Troubleshoot access denied error
/// messages").
public final class Denial {
    private Denial() {}

    /// Returns what follows the resource in the message, with its leading space; empty where AWS
    /// gives no reason.
    public static String message(Evaluation evaluation) {
        return "";
    }
}

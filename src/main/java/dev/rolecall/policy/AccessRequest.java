package dev.rolecall.policy;

/// One question: may this principal do this action on this resource, in this context? An API call
/// may need several answered with yes (CopyObject reads one object and writes another).
///
/// @param action such as `s3:GetObject`
/// @param resource an ARN, or `*` for an action without a resource
/// @param resourceAccount the account that owns the resource; empty means the principal's own
public record AccessRequest(
        Principal principal,
        String action,
        String resource,
        String resourceAccount,
        Context context) {

    /// Whether the resource belongs to another account than the principal.
    public boolean crossAccount() {
        return !resourceAccount.isEmpty() && !resourceAccount.equals(principal.account());
    }
}

package dev.rolecall.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// All policies that apply to one request. An absent part is a layer that is not there: no boundary
/// is set, no session policy was passed, no organization is used.
///
/// @param identity inline and attached policies of the principal, those of its groups included
/// @param resource the trust or bucket policy of the resource
/// @param boundary the permissions boundary of the principal
/// @param session the session policies passed when the session was made
/// @param serviceControl levels from the organization's root to the account; one level must allow
///   for each
/// @param resourceControl the same for the account that owns the resource
public record PolicySet(
        List<AttachedPolicy> identity,
        Optional<AttachedPolicy> resource,
        Optional<AttachedPolicy> boundary,
        Optional<List<AttachedPolicy>> session,
        List<List<AttachedPolicy>> serviceControl,
        List<List<AttachedPolicy>> resourceControl) {

    public PolicySet {
        identity = List.copyOf(identity);
        session = session.map(List::copyOf);
        serviceControl = serviceControl.stream().map(List::copyOf).toList();
        resourceControl = resourceControl.stream().map(List::copyOf).toList();
    }

    /// The identity policies and nothing else.
    public static PolicySet ofIdentity(List<AttachedPolicy> identity) {
        return new PolicySet(
                identity,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /// Whether any of them speaks of a context key that begins so, in a condition or a variable.
    ///
    /// @param keyPrefix such as `s3:ExistingObjectTag/`; case does not count
    public boolean mentions(String keyPrefix) {
        String prefix = keyPrefix.toLowerCase(Locale.ROOT);
        return Stream.of(
                        identity.stream(),
                        resource.stream(),
                        boundary.stream(),
                        session.stream().flatMap(List::stream),
                        serviceControl.stream().flatMap(List::stream),
                        resourceControl.stream().flatMap(List::stream))
                .flatMap(policies -> policies)
                .anyMatch(policy -> policy.document().mentions(prefix));
    }

    public PolicySet withResource(Optional<AttachedPolicy> policy) {
        return new PolicySet(identity, policy, boundary, session, serviceControl, resourceControl);
    }
}

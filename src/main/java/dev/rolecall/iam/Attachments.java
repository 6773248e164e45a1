package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/// Managed policies attached to one kind of identity ("Adding and removing IAM identity
/// permissions").
record Attachments(Desk desk, Identity.Kind kind) {

    /// To attach again is no error.
    void attach(Caller caller, String identity, String arn) {
        desk.change(
                caller,
                account -> {
                    Identity before = Find.identity(account, kind, identity);
                    desk.requireManaged(
                            account, arn, IamErrors::invalidArn, IamErrors::notAttachable);
                    List<String> attached = before.policies().attached();
                    if (attached.contains(arn)) {
                        return account;
                    }
                    Limits.roomFor(attached.size(), kind.quota(), Identity.Kind.ATTACHED_POLICIES);
                    return account.with(before.with(before.policies().attach(arn)));
                });
    }

    void detach(Caller caller, String identity, String arn) {
        desk.change(
                caller,
                account -> {
                    Identity before = Find.identity(account, kind, identity);
                    if (!Desk.isPolicyArn(arn)) {
                        throw IamErrors.invalidArn(arn);
                    }
                    if (!before.policies().attached().contains(arn)) {
                        throw IamErrors.noSuchPolicy(arn);
                    }
                    return account.with(before.with(before.policies().detach(arn)));
                });
    }

    Page<AttachedPolicy> list(
            Caller caller,
            String identity,
            @Nullable String pathPrefix,
            @Nullable String marker,
            @Nullable Integer maxItems) {
        Account account = desk.account(caller);
        List<String> arns = Find.identity(account, kind, identity).policies().attached();
        List<ManagedPolicy> policies =
                arns.stream().flatMap(arn -> desk.managed(account, arn).stream()).toList();
        List<AttachedPolicy> shapes =
                Paths.under(pathPrefix, policies, ManagedPolicy::path).stream()
                        .map(Attachments::shape)
                        .toList();
        return Page.of(shapes, AttachedPolicy::policyArn, marker, maxItems);
    }

    static AttachedPolicy shape(ManagedPolicy policy) {
        return AttachedPolicy.builder().policyName(policy.name()).policyArn(policy.arn()).build();
    }
}

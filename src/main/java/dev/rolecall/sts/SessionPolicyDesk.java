package dev.rolecall.sts;

import dev.rolecall.fault.StsErrors;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.json.Json;
import dev.rolecall.json.JsonProblem;
import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.DocumentCheck;
import dev.rolecall.policy.DocumentRules;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/// Session policies: checked when they are passed, found again when they apply ("Session
/// policies").
final class SessionPolicyDesk {
    private static final int MOST_CHARACTERS = 2048;

    private final Iam iam;

    SessionPolicyDesk(Iam iam) {
        this.iam = iam;
    }

    /// What was passed, or nothing if nothing was.
    ///
    /// @param account in which managed policies must live, if they are not AWS's
    Optional<Session.SessionPolicies> passed(
            String account, @Nullable String text, List<PolicyDescriptorType> managed) {
        if (text == null && managed.isEmpty()) {
            return Optional.empty();
        }
        Optional<PolicyDocument> inline = Optional.ofNullable(text).map(this::document);
        List<String> arns = managed.stream().map(PolicyDescriptorType::arn).toList();
        arns.forEach(arn -> requireManaged(account, arn));
        return Optional.of(new Session.SessionPolicies(inline, arns));
    }

    List<AttachedPolicy> applying(Session.SessionPolicies policies) {
        List<AttachedPolicy> all = new ArrayList<>();
        policies.inline()
                .ifPresent(document ->
                        all.add(
                                new AttachedPolicy(
                                        PolicyKind.SESSION,
                                        "inline session policy",
                                        Optional.empty(),
                                        document)));
        for (String arn : policies.managed()) {
            iam.managedPolicy(arn).map(SessionPolicyDesk::managed).ifPresent(all::add);
        }
        return all;
    }

    private static AttachedPolicy managed(ManagedPolicy policy) {
        return new AttachedPolicy(
                PolicyKind.SESSION,
                "managed session policy " + policy.name(),
                Optional.of(policy.arn()),
                policy.document());
    }

    private PolicyDocument document(String text) {
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            throw StsErrors.sessionPolicyTooLong(text);
        }
        try {
            Json.parse(text);
        } catch (JsonProblem e) {
            // Unverified; the text of the resource policies' parser is the likeliest.
            throw StsErrors.malformedPolicy("This policy contains invalid Json");
        }
        return switch (DocumentRules.identity(text)) {
            case DocumentCheck.Valid valid -> valid.document();
            case DocumentCheck.Invalid invalid ->
                    throw StsErrors.malformedPolicy(invalid.message());
        };
    }

    private void requireManaged(String account, String arn) {
        Optional<String> owner = iam.managedPolicy(arn).map(ManagedPolicy::account);
        if (owner.filter(o -> o.equals(account) || o.equals(ManagedPolicy.AWS)).isEmpty()) {
            throw StsErrors.noSuchSessionPolicy(arn);
        }
    }
}

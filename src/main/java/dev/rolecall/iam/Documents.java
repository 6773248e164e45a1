package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import dev.rolecall.policy.DocumentCheck;
import dev.rolecall.policy.DocumentRules;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.PrincipalNames;

/// Policy documents on their way in: AWS's rules and sizes.
final class Documents {
    private Documents() {}

    /// A managed policy's document.
    static PolicyDocument managed(String text) {
        PolicyDocument document = identity(text);
        if (size(text) > Limits.POLICY_SIZE) {
            throw IamErrors.quota("PolicySize", Limits.POLICY_SIZE);
        }
        return document;
    }

    /// An inline policy's document; how long all of an identity may be is its own affair.
    static PolicyDocument identity(String text) {
        return valid(DocumentRules.identity(text));
    }

    /// A trust policy, its principals turned into unique ids.
    static PolicyDocument trust(String text, PrincipalNames names) {
        PolicyDocument document = valid(DocumentRules.trust(text, names));
        if (size(text) > Limits.TRUST_SIZE) {
            throw IamErrors.quota("ACLSizePerRole", Limits.TRUST_SIZE);
        }
        return document;
    }

    /// Characters that are not white space: IAM counts no other.
    static int size(String text) {
        return (int) text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
    }

    private static PolicyDocument valid(DocumentCheck check) {
        return switch (check) {
            case DocumentCheck.Valid valid -> valid.document();
            case DocumentCheck.Invalid invalid ->
                    throw IamErrors.malformedPolicy(invalid.message());
        };
    }
}

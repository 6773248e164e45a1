package dev.rolecall.policy;

import java.util.function.Supplier;

/// Says what AWS says of a document that someone wants to store, in AWS's own words.
///
/// Sizes are not its business: they are quotas of the entity that the document goes to.
public final class DocumentRules {
    private DocumentRules() {}

    /// Checks an identity policy, a session policy or a permissions boundary ("Grammar of the IAM
    /// JSON policy language"). Code `MalformedPolicyDocument`.
    public static DocumentCheck identity(String text) {
        return check(() -> {
            IdentityRules.check(text);
            return text;
        });
    }

    /// Checks a role's trust policy. Code `MalformedPolicyDocument`.
    public static DocumentCheck trust(String text, PrincipalNames names) {
        return check(() -> new TrustRules(names).stored(text));
    }

    /// Checks a bucket policy ("Bucket policies for Amazon S3"). Code `MalformedPolicy`; the valid
    /// document has S3's own layout.
    ///
    /// @param bucketArn such as `arn:aws:s3:::photos`
    public static DocumentCheck bucket(String text, String bucketArn, PrincipalNames names) {
        return check(() -> new BucketRules(bucketArn, names).stored(text));
    }

    private static DocumentCheck check(Supplier<String> rules) {
        try {
            return new DocumentCheck.Valid(PolicyDocument.parse(rules.get()));
        } catch (Refused refused) {
            return refused.check();
        }
    }
}

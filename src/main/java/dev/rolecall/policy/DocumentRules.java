package dev.rolecall.policy;

import java.util.Optional;

/// Says what AWS says of a document that someone wants to store, in AWS's own words.
public final class DocumentRules {
    private DocumentRules() {}

    /// Checks an identity policy, a session policy or a permissions boundary ("Grammar of the IAM
    /// JSON policy language"). Code `MalformedPolicyDocument`.
    public static DocumentCheck identity(String text) {
        return parsed(text);
    }

    /// Checks a role's trust policy. Code `MalformedPolicyDocument`.
    public static DocumentCheck trust(String text, PrincipalNames names) {
        return parsed(text);
    }

    /// Checks a bucket policy ("Bucket policies for Amazon S3"). Code `MalformedPolicy`; the valid
    /// document has S3's own layout.
    ///
    /// @param bucketArn such as `arn:aws:s3:::photos`
    public static DocumentCheck bucket(String text, String bucketArn, PrincipalNames names) {
        return parsed(text);
    }

    private static DocumentCheck parsed(String text) {
        try {
            return new DocumentCheck.Valid(PolicyDocument.parse(text));
        } catch (IllegalArgumentException e) {
            return new DocumentCheck.Invalid("Syntax errors in policy.", Optional.empty());
        }
    }
}

package dev.rolecall.localstack.mirror;

/// What LocalStack's IAM cannot do or keep: ours has it alone, or has it otherwise, and it is no
/// drift; or neither has it. Tried on LocalStack 4.13.1.
public enum NotMirrored {
    ROOT_KEYS("access keys of the root user", "CreateAccessKey without a user: NoSuchEntity"),
    UNKNOWN_AWS_POLICIES(
            "AWS managed policies that LocalStack does not have, where they are attached",
            "AttachUserPolicy: NoSuchEntity; it has 1,443 of them, AWS more"),
    ALIKE_TAG_KEYS(
            "tag keys of a managed policy that differ by case alone",
            "TagPolicy keeps the last, CreatePolicy refuses them"),
    BARE_OPERANDS(
            "numbers and truth values without quotes in a Condition",
            "refused as malformed, so they are sent in quotes"),
    RESOURCES_IT_REFUSES(
            "documents with a resource such as `arn:aws:iam::*:*`, or an S3 ARN with a region",
            "MalformedPolicyDocument, so the write changes nothing on either side and says why. Of"
                    + " AWS's managed policies CloudFrontFullAccess and"
                    + " SageMakerStudioProjectRoleMachineLearningPolicy have one: they can be"
                    + " attached, and not copied"),
    UNIQUE_IDS(
            "unique ids, access key ids and secrets",
            "LocalStack makes its own; ours are mapped to them"),
    DATES(
            "when something was made, changed or last used",
            "LocalStack has its own clock, and sees no request that is signed with our keys");

    private final String what;
    private final String why;

    NotMirrored(String what, String why) {
        this.what = what;
        this.why = why;
    }

    /// For a table in the docs.
    public String what() {
        return what;
    }

    public String why() {
        return why;
    }
}

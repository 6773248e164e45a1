package dev.rolecall.wire;

/// The services that there are.
public enum AwsService {
    IAM("iam"),
    STS("sts"),
    S3("s3");

    private final String signingName;

    AwsService(String signingName) {
        this.signingName = signingName;
    }

    /// The name in a credential scope and before the colon of an action.
    public String signingName() {
        return signingName;
    }
}

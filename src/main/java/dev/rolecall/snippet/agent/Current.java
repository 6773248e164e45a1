package dev.rolecall.snippet.agent;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/// Who is current in this JVM.
///
/// `iam`, `sts` and `s3` ask here at every call. Clients that a snippet makes with `create()` do
/// not: the SDK reads the name of the profile when a client is built and keeps it, so every
/// principal has a profile of its own in the credentials file, which the shell writes before it
/// says so here.
final class Current implements AwsCredentialsProvider {
    private volatile AwsCredentials credentials =
            AnonymousCredentialsProvider.create().resolveCredentials();

    void become(String profile, Keys keys) {
        System.setProperty(ProfileFileSystemSetting.AWS_PROFILE.property(), profile);
        credentials = keys.credentials();
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return credentials;
    }
}

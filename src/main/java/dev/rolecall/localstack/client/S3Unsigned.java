package dev.rolecall.localstack.client;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.spi.scheme.AuthScheme;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;

/// Signs nothing: LocalStack reads the account out of the key id and looks at no signature, and the
/// body was hashed once already. In the place of AWS's scheme, whose name it bears.
public final class S3Unsigned
        implements AuthScheme<AwsCredentialsIdentity>, HttpSigner<AwsCredentialsIdentity> {
    /// Which hash of the body the request has.
    public static final String HASH = "x-amz-content-sha256";

    static final String SCHEME = "aws.auth#sigv4";

    @Override
    public String schemeId() {
        return SCHEME;
    }

    @Override
    public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
        return providers.identityProvider(AwsCredentialsIdentity.class);
    }

    @Override
    public HttpSigner<AwsCredentialsIdentity> signer() {
        return this;
    }

    @Override
    public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
        SdkHttpRequest named = named(request.request(), request.identity());
        SignedRequest.Builder signed = SignedRequest.builder().request(named);
        request.payload().ifPresent(signed::payload);
        return signed.build();
    }

    @Override
    public CompletableFuture<AsyncSignedRequest> signAsync(
            AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
        AsyncSignedRequest.Builder signed =
                AsyncSignedRequest.builder().request(named(request.request(), request.identity()));
        request.payload().ifPresent(signed::payload);
        return CompletableFuture.completedFuture(signed.build());
    }

    /// The account in its place, and of the rest as much as is parsed there.
    private static SdkHttpRequest named(SdkHttpRequest request, AwsCredentialsIdentity account) {
        String hash = request.firstMatchingHeader(HASH).orElse("UNSIGNED-PAYLOAD");
        return request.copy(b ->
                b.putHeader(HASH, hash)
                        .putHeader("x-amz-date", "20260101T000000Z")
                        .putHeader(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential="
                                        + account.accessKeyId()
                                        + "/20260101/us-east-1/s3/aws4_request,"
                                        + " SignedHeaders=host, Signature=none"));
    }
}

package dev.rolecall.localstack.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.endpoints.EndpointUrl;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;
import software.amazon.awssdk.services.s3.auth.scheme.S3AuthSchemeParams;
import software.amazon.awssdk.services.s3.auth.scheme.S3AuthSchemeProvider;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointParams;
import software.amazon.awssdk.services.s3.endpoints.S3EndpointProvider;

/// Where a request about a bucket goes, and how it is signed: one address and no signature, while
/// AWS's own rules for both are long and are gone through for each request.
record S3Addresses(URI endpoint) implements S3EndpointProvider, S3AuthSchemeProvider {
    private static final List<AuthSchemeOption> UNSIGNED =
            List.of(AuthSchemeOption.builder().schemeId(S3Unsigned.SCHEME).build());

    @Override
    public CompletableFuture<Endpoint> resolveEndpoint(S3EndpointParams request) {
        String path =
                request.bucket() == null
                        ? ""
                        : "/" + URLEncoder.encode(request.bucket(), StandardCharsets.UTF_8);
        EndpointUrl place =
                EndpointUrl.fromComponents(
                        endpoint.getScheme(), endpoint.getHost(), endpoint.getPort(), path);
        return CompletableFuture.completedFuture(Endpoint.builder().endpointUrl(place).build());
    }

    @Override
    public List<AuthSchemeOption> resolveAuthScheme(S3AuthSchemeParams request) {
        return UNSIGNED;
    }
}

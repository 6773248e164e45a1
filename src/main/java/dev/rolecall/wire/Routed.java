package dev.rolecall.wire;

import dev.rolecall.fault.AwsError;
import java.io.InputStream;
import java.util.Optional;

/// Where a request goes.
///
/// @param in the request; for STS and IAM its body has been read and can be read again
/// @param known the operation, if AWS has one like that
/// @param refusal why there is no operation; AWS says so before it looks at a signature
/// @param form the query string and, for STS and IAM, the form in the body
/// @param bucket S3: the bucket of path or host name, decoded
/// @param key S3: the key, decoded
public record Routed(
        AwsService service,
        HttpIn in,
        Optional<Operation> known,
        Optional<AwsError> refusal,
        Form form,
        Optional<String> bucket,
        Optional<String> key) {

    /// The operation.
    ///
    /// @throws AwsError the refusal, if there is none
    public Operation operation() {
        return known.orElseThrow(() ->
                refusal.orElseThrow(
                        () -> new IllegalStateException("neither operation nor refusal")));
    }

    /// The same request with another body: the verified stream of [SigV4#body].
    public Routed withBody(InputStream body) {
        return new Routed(service, in.withBody(body), known, refusal, form, bucket, key);
    }

    static Routed refused(AwsService service, HttpIn in, Form form, AwsError refusal) {
        return new Routed(
                service,
                in,
                Optional.empty(),
                Optional.of(refusal),
                form,
                Optional.empty(),
                Optional.empty());
    }
}

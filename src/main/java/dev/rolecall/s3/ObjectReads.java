package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import dev.rolecall.policy.Principal;
import dev.rolecall.wire.Streamed;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/// Reads objects ("GetObject", "HeadObject").
public final class ObjectReads {
    /// A request's member to the response's that it replaces.
    private static final Map<String, String> OVERRIDES =
            Map.of(
                    "ResponseCacheControl", "CacheControl",
                    "ResponseContentDisposition", "ContentDisposition",
                    "ResponseContentEncoding", "ContentEncoding",
                    "ResponseContentLanguage", "ContentLanguage",
                    "ResponseContentType", "ContentType",
                    "ResponseExpires", "Expires");

    private final Store store;

    ObjectReads(Store store) {
        this.store = store;
    }

    /// The answer's `contentRange` is set where the status is to be 206.
    public Streamed<GetObjectResponse> getObject(Caller caller, GetObjectRequest request) {
        Reading reading = Reading.of(store.bucket(request), request, "GET");
        reading.checkReadable();
        GetObjectResponse.Builder response = GetObjectResponse.builder();
        reading.describe(response);
        checkOverrides(caller, request);
        OVERRIDES.forEach((asked, told) ->
                Members.value(request, asked, Object.class)
                        .ifPresent(value -> Members.set(response, told, value)));
        return new Streamed<>(
                response.build(),
                store.bodies()
                        .open(reading.object().content().id(), reading.first(), reading.length()));
    }

    static void checkOverrides(Caller caller, GetObjectRequest request) {
        boolean overrides =
                OVERRIDES.keySet().stream()
                        .anyMatch(name -> Members.value(request, name, Object.class).isPresent());
        if (overrides && caller.principal() instanceof Principal.Anonymous) {
            throw S3Errors.invalidRequest(
                    "Request specific response headers cannot be used for anonymous GET requests.");
        }
    }

    public HeadObjectResponse headObject(Caller caller, HeadObjectRequest request) {
        HeadObjectResponse.Builder response = HeadObjectResponse.builder();
        Reading.of(store.bucket(request), request, "HEAD").describe(response);
        return response.build();
    }
}

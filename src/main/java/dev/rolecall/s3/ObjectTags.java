package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;

/// Tags of objects ("Categorizing your objects using tags").
public final class ObjectTags {
    private final Store store;

    ObjectTags(Store store) {
        this.store = store;
    }

    public PutObjectTaggingResponse putObjectTagging(
            Caller caller, PutObjectTaggingRequest request) {
        Map<String, String> tags = tags(request);
        PutObjectTaggingResponse.Builder response = PutObjectTaggingResponse.builder();
        set(request, "PUT", tags).ifPresent(response::versionId);
        return response.build();
    }

    static Map<String, String> tags(PutObjectTaggingRequest request) {
        if (request.tagging() == null) {
            throw S3Errors.malformedXml();
        }
        return Tags.ofObject(request.tagging().tagSet());
    }

    public DeleteObjectTaggingResponse deleteObjectTagging(
            Caller caller, DeleteObjectTaggingRequest request) {
        DeleteObjectTaggingResponse.Builder response = DeleteObjectTaggingResponse.builder();
        set(request, "DELETE", Map.of()).ifPresent(response::versionId);
        return response.build();
    }

    public GetObjectTaggingResponse getObjectTagging(
            Caller caller, GetObjectTaggingRequest request) {
        Bucket bucket = store.bucket(request);
        StoredObject object = object(bucket, request, "GET");
        GetObjectTaggingResponse.Builder response =
                GetObjectTaggingResponse.builder().tagSet(Tags.shown(object.tags()));
        Lookup.shownId(bucket, object).ifPresent(response::versionId);
        return response.build();
    }

    /// Returns the version id as answers show it.
    private Optional<String> set(SdkPojo request, String method, Map<String, String> tags) {
        return store.change(old -> {
            Bucket bucket = Store.bucket(old, request);
            StoredObject object = object(bucket, request, method);
            Versions versions = bucket.versions(object.key());
            return new Store.Change<>(
                    old.with(bucket.with(object.key(), versions.replace(object.withTags(tags)))),
                    Lookup.shownId(bucket, object));
        });
    }

    private static StoredObject object(Bucket bucket, SdkPojo request, String method) {
        return Lookup.object(
                bucket, Members.key(request), Members.text(request, "VersionId"), method);
    }
}

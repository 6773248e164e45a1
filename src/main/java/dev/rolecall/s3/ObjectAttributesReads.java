package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesParts;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesResponse;
import software.amazon.awssdk.services.s3.model.ObjectPart;

/// Tells of an object without its bytes ("GetObjectAttributes").
public final class ObjectAttributesReads {
    private static final int MOST_PARTS = 1000;

    private final Store store;

    ObjectAttributesReads(Store store) {
        this.store = store;
    }

    public GetObjectAttributesResponse getObjectAttributes(
            Caller caller, GetObjectAttributesRequest request) {
        checkForm(request);
        Bucket bucket = store.bucket(request);
        StoredObject object =
                Lookup.object(
                        bucket, request.key(), Optional.ofNullable(request.versionId()), "GET");
        GetObjectAttributesResponse.Builder response =
                GetObjectAttributesResponse.builder().lastModified(object.modified());
        Lookup.shownId(bucket, object).ifPresent(response::versionId);
        for (String attribute : request.objectAttributesAsStrings()) {
            add(response, attribute, object, request);
        }
        return response.build();
    }

    static void checkForm(GetObjectAttributesRequest request) {
        Encryption.check(request);
        if (request.objectAttributesAsStrings().isEmpty()) {
            throw S3Errors.invalidRequest(
                    "Missing required header for this request: x-amz-object-attributes");
        }
    }

    private static void add(
            GetObjectAttributesResponse.Builder response,
            String attribute,
            StoredObject object,
            GetObjectAttributesRequest request) {
        Content content = object.content();
        switch (attribute) {
            // Without quotes, unlike everywhere else.
            case "ETag" -> response.eTag(content.etag());
            case "StorageClass" -> response.storageClass(object.description().storageClass());
            case "ObjectSize" -> response.objectSize(content.size());
            case "Checksum" -> content.checksum().ifPresent(sum -> add(response, sum));
            case "ObjectParts" -> {
                if (!content.parts().isEmpty()) {
                    response.objectParts(parts(content.parts(), request));
                }
            }
            default ->
                    throw S3Errors.invalidArgument(
                            "Invalid attribute name specified.",
                            "x-amz-object-attributes",
                            attribute);
        }
    }

    private static void add(GetObjectAttributesResponse.Builder response, Checksum checksum) {
        software.amazon.awssdk.services.s3.model.Checksum.Builder shown =
                software.amazon.awssdk.services.s3.model.Checksum.builder();
        Sums.set(shown, checksum);
        response.checksum(shown.build());
    }

    /// Parts are listed only where they have checksums of their own.
    private static GetObjectAttributesParts parts(
            List<Content.Part> parts, GetObjectAttributesRequest request) {
        GetObjectAttributesParts.Builder shown =
                GetObjectAttributesParts.builder().totalPartsCount(parts.size());
        if (parts.stream().anyMatch(part -> part.checksum().isEmpty())) {
            return shown.build();
        }
        int after = Optional.ofNullable(request.partNumberMarker()).orElse(0);
        int max = Math.min(Optional.ofNullable(request.maxParts()).orElse(MOST_PARTS), MOST_PARTS);
        List<Content.Part> rest = parts.stream().filter(part -> part.number() > after).toList();
        List<Content.Part> page = rest.subList(0, Math.min(max, rest.size()));
        return shown.partNumberMarker(after)
                .nextPartNumberMarker(page.isEmpty() ? after : page.getLast().number())
                .maxParts(max)
                .isTruncated(page.size() < rest.size())
                .parts(page.stream().map(ObjectAttributesReads::shown).toList())
                .build();
    }

    private static ObjectPart shown(Content.Part part) {
        ObjectPart.Builder shown = ObjectPart.builder().partNumber(part.number()).size(part.size());
        part.checksum().ifPresent(sum -> Sums.setValue(shown, sum));
        return shown.build();
    }
}

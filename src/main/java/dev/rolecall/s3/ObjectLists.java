package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Lists the current objects of a bucket ("ListObjects", "ListObjectsV2").
public final class ObjectLists {
    private final Store store;

    ObjectLists(Store store) {
        this.store = store;
    }

    public ListObjectsResponse listObjects(Caller caller, ListObjectsRequest request) {
        Bucket bucket = store.bucket(request);
        UnaryOperator<String> text = encoding(request.encodingTypeAsString());
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        String delimiter = Optional.ofNullable(request.delimiter()).orElse("");
        String marker = Optional.ofNullable(request.marker()).orElse("");
        int max = Page.max(Optional.ofNullable(request.maxKeys()), "max-keys");
        Page<StoredObject> page =
                page(
                        bucket,
                        new Page.Query(
                                prefix, delimiter, Page.marker(marker, prefix, delimiter), max));
        ListObjectsResponse.Builder response =
                ListObjectsResponse.builder()
                        .name(bucket.name())
                        .prefix(text.apply(prefix))
                        .marker(text.apply(marker))
                        .maxKeys(max)
                        .isTruncated(page.next().isPresent())
                        .encodingType(request.encodingTypeAsString())
                        .contents(contents(bucket, page, text, true))
                        .commonPrefixes(prefixes(page, text));
        if (!delimiter.isEmpty()) {
            response.delimiter(text.apply(delimiter));
            // Without a delimiter, the last key serves as the next marker, and S3 says no other.
            page.next().ifPresent(next -> response.nextMarker(text.apply(next.value())));
        }
        return response.build();
    }

    public ListObjectsV2Response listObjectsV2(Caller caller, ListObjectsV2Request request) {
        Bucket bucket = store.bucket(request);
        UnaryOperator<String> text = encoding(request.encodingTypeAsString());
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        String delimiter = Optional.ofNullable(request.delimiter()).orElse("");
        int max = Page.max(Optional.ofNullable(request.maxKeys()), "max-keys");
        // A continuation token outdoes start-after.
        Optional<Token> after =
                Optional.ofNullable(request.continuationToken())
                        .map(Token::read)
                        .or(() ->
                                Optional.ofNullable(request.startAfter())
                                        .filter(key -> !key.isEmpty())
                                        .map(Token::key));
        Page<StoredObject> page = page(bucket, new Page.Query(prefix, delimiter, after, max));
        boolean withOwner = Boolean.TRUE.equals(request.fetchOwner());
        ListObjectsV2Response.Builder response =
                ListObjectsV2Response.builder()
                        .name(bucket.name())
                        .prefix(text.apply(prefix))
                        .maxKeys(max)
                        .keyCount(page.entries().size() + page.prefixes().size())
                        .isTruncated(page.next().isPresent())
                        .encodingType(request.encodingTypeAsString())
                        .continuationToken(request.continuationToken())
                        .contents(contents(bucket, page, text, withOwner))
                        .commonPrefixes(prefixes(page, text));
        if (!delimiter.isEmpty()) {
            response.delimiter(text.apply(delimiter));
        }
        if (request.startAfter() != null) {
            response.startAfter(text.apply(request.startAfter()));
        }
        page.next().ifPresent(next -> response.nextContinuationToken(next.write()));
        return response.build();
    }

    static UnaryOperator<String> encoding(@Nullable String type) {
        if (type != null && !type.equals("url")) {
            throw S3Errors.invalidArgument(
                    "Invalid Encoding Method specified in Request", "encoding-type", type);
        }
        return UrlText.of(type);
    }

    private static Page<StoredObject> page(Bucket bucket, Page.Query query) {
        Iterator<Map.Entry<String, Versions>> keys =
                Sorted.copyOf(bucket.objects()).from(query.start());
        Iterator<Map.Entry<String, StoredObject>> objects =
                StreamSupport.stream(
                                Spliterators.spliteratorUnknownSize(keys, Spliterator.ORDERED),
                                false)
                        .flatMap(key ->
                                key.getValue().object().stream()
                                        .map(object -> Map.entry(key.getKey(), object)))
                        .iterator();
        return Page.of(objects, query);
    }

    private static List<S3Object> contents(
            Bucket bucket, Page<StoredObject> page, UnaryOperator<String> text, boolean withOwner) {
        return page.entries().stream()
                .map(entry -> shown(bucket, entry.getValue(), text, withOwner))
                .toList();
    }

    private static S3Object shown(
            Bucket bucket, StoredObject object, UnaryOperator<String> text, boolean withOwner) {
        S3Object.Builder shown =
                S3Object.builder()
                        .key(text.apply(object.key()))
                        .lastModified(object.modified())
                        .eTag(object.quotedETag())
                        .size(object.content().size())
                        .storageClass(object.description().storageClass());
        object.content()
                .checksum()
                .ifPresent(sum -> shown.checksumAlgorithm(algorithm(sum)).checksumType(sum.type()));
        return withOwner ? shown.owner(owner(bucket, object)).build() : shown.build();
    }

    static ChecksumAlgorithm algorithm(Checksum checksum) {
        return ChecksumAlgorithm.fromValue(checksum.kind().name());
    }

    static Owner owner(Bucket bucket, Version version) {
        return Owner.builder().id(CanonicalUser.of(bucket.owner(version))).build();
    }

    static List<CommonPrefix> prefixes(Page<?> page, UnaryOperator<String> text) {
        return page.prefixes().stream()
                .map(prefix -> CommonPrefix.builder().prefix(text.apply(prefix)).build())
                .toList();
    }
}

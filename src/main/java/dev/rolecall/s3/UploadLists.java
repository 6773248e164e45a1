package dev.rolecall.s3;

import dev.rolecall.iam.Caller;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.model.Initiator;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.Part;

/// Lists multipart uploads and their parts ("ListMultipartUploads", "ListParts").
public final class UploadLists {
    private static final Comparator<Upload> ORDER =
            Comparator.comparing(Upload::key, KeyOrder.UTF_8)
                    .thenComparing(Upload::started)
                    .thenComparing(Upload::id);

    private final Store store;

    UploadLists(Store store) {
        this.store = store;
    }

    public ListPartsResponse listParts(Caller caller, ListPartsRequest request) {
        Bucket bucket = store.bucket(request);
        Upload upload = Uploads.active(bucket, request.key(), request.uploadId());
        int after = Optional.ofNullable(request.partNumberMarker()).orElse(0);
        int max = Page.max(Optional.ofNullable(request.maxParts()), "max-parts");
        List<Upload.UploadedPart> rest =
                upload.parts().values().stream().filter(part -> part.number() > after).toList();
        List<Upload.UploadedPart> page = rest.subList(0, Math.min(max, rest.size()));
        ListPartsResponse.Builder response =
                ListPartsResponse.builder()
                        .bucket(bucket.name())
                        .key(upload.key())
                        .uploadId(upload.id())
                        .partNumberMarker(after)
                        .nextPartNumberMarker(page.isEmpty() ? 0 : page.getLast().number())
                        .maxParts(max)
                        .isTruncated(page.size() < rest.size())
                        .initiator(initiator(upload))
                        .owner(owner(bucket, upload))
                        .storageClass(upload.description().storageClass())
                        .parts(page.stream().map(UploadLists::shown).toList());
        upload.checksum()
                .ifPresent(kind ->
                        response.checksumAlgorithm(kind.name()).checksumType(Uploads.type(upload)));
        return response.build();
    }

    private static Part shown(Upload.UploadedPart part) {
        Part.Builder shown =
                Part.builder()
                        .partNumber(part.number())
                        .lastModified(part.modified())
                        .eTag("\"" + part.etag() + "\"")
                        .size(part.size());
        part.checksum().ifPresent(sum -> Sums.setValue(shown, sum));
        return shown.build();
    }

    /// A root user is named by its canonical id, anybody else by the ARN.
    private static Initiator initiator(Upload upload) {
        boolean root = upload.initiator().endsWith(":root");
        String id = root ? CanonicalUser.of(upload.writer()) : upload.initiator();
        return Initiator.builder().id(id).build();
    }

    private static Owner owner(Bucket bucket, Upload upload) {
        String account = bucket.ownerEnforced() ? bucket.account() : upload.writer();
        return Owner.builder().id(CanonicalUser.of(account)).build();
    }

    public ListMultipartUploadsResponse listMultipartUploads(
            Caller caller, ListMultipartUploadsRequest request) {
        Bucket bucket = store.bucket(request);
        UnaryOperator<String> text = ObjectLists.encoding(request.encodingTypeAsString());
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        String delimiter = Optional.ofNullable(request.delimiter()).orElse("");
        String keyMarker = Optional.ofNullable(request.keyMarker()).orElse("");
        // Passed over without a key marker.
        String idMarker =
                keyMarker.isEmpty() ? "" : Optional.ofNullable(request.uploadIdMarker()).orElse("");
        int max = Page.max(Optional.ofNullable(request.maxUploads()), "max-uploads");
        Optional<Token> after =
                idMarker.isEmpty() ? Page.marker(keyMarker, prefix, delimiter) : Optional.empty();
        Page<Upload> page =
                Page.of(
                        active(bucket, keyMarker, idMarker).stream()
                                .map(upload -> Map.entry(upload.key(), upload))
                                .iterator(),
                        new Page.Query(prefix, delimiter, after, max));
        ListMultipartUploadsResponse.Builder response =
                ListMultipartUploadsResponse.builder()
                        .bucket(bucket.name())
                        .prefix(text.apply(prefix))
                        .keyMarker(text.apply(keyMarker))
                        .uploadIdMarker(idMarker)
                        .maxUploads(max)
                        .isTruncated(page.next().isPresent())
                        .encodingType(request.encodingTypeAsString())
                        .uploads(
                                page.entries().stream()
                                        .map(entry -> shown(bucket, entry.getValue(), text))
                                        .toList())
                        .commonPrefixes(ObjectLists.prefixes(page, text));
        if (!delimiter.isEmpty()) {
            response.delimiter(text.apply(delimiter));
        }
        page.next()
                .ifPresentOrElse(
                        next -> goOn(response, next, page, text), () -> end(response, page, text));
        return response.build();
    }

    private static void goOn(
            ListMultipartUploadsResponse.Builder response,
            Token next,
            Page<Upload> page,
            UnaryOperator<String> text) {
        response.nextKeyMarker(text.apply(next.value()));
        if (!next.prefix()) {
            response.nextUploadIdMarker(page.entries().getLast().getValue().id());
        }
    }

    /// The last page names its last upload too, if it has one.
    private static void end(
            ListMultipartUploadsResponse.Builder response,
            Page<Upload> page,
            UnaryOperator<String> text) {
        Optional<Upload> last =
                page.entries().isEmpty()
                        ? Optional.empty()
                        : Optional.of(page.entries().getLast().getValue());
        response.nextKeyMarker(last.map(Upload::key).map(text).orElse(""));
        response.nextUploadIdMarker(last.map(Upload::id).orElse(""));
    }

    /// The active uploads in order, from behind the one that the two markers name.
    private static List<Upload> active(Bucket bucket, String keyMarker, String idMarker) {
        List<Upload> all =
                bucket.uploads().values().stream().filter(Upload::active).sorted(ORDER).toList();
        if (idMarker.isEmpty()) {
            return all;
        }
        Optional<Upload> marker = bucket.upload(keyMarker, idMarker);
        return all.stream()
                .filter(upload -> {
                    int order = KeyOrder.UTF_8.compare(upload.key(), keyMarker);
                    boolean behind =
                            marker.isPresent()
                                    ? ORDER.compare(upload, marker.get()) > 0
                                    : upload.id().compareTo(idMarker) > 0;
                    return order > 0 || (order == 0 && behind);
                })
                .toList();
    }

    private static MultipartUpload shown(Bucket bucket, Upload upload, UnaryOperator<String> text) {
        MultipartUpload.Builder shown =
                MultipartUpload.builder()
                        .key(text.apply(upload.key()))
                        .uploadId(upload.id())
                        .initiated(upload.started())
                        .initiator(initiator(upload))
                        .owner(owner(bucket, upload))
                        .storageClass(upload.description().storageClass());
        upload.checksum()
                .ifPresent(kind ->
                        shown.checksumAlgorithm(kind.name()).checksumType(Uploads.type(upload)));
        return shown.build();
    }
}

package dev.rolecall.s3;

import dev.rolecall.iam.Caller;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Writes objects ("PutObject").
public final class ObjectWrites {
    /// 5 GiB: the most that one request may bring.
    static final long MOST_BYTES = 5L << 30;

    private final Store store;

    ObjectWrites(Store store) {
        this.store = store;
    }

    /// Reads the body to its end; where it throws, nothing has happened.
    public PutObjectResponse putObject(Caller caller, PutObjectRequest request, InputStream body) {
        Form form = Form.of(store.bucket(request), request);
        try (Incoming incoming = store.bodies().receive(body, form.kind(), MOST_BYTES)) {
            Checksum checksum = form.integrity().verify(incoming);
            Content content =
                    new Content(
                            incoming.id(),
                            incoming.size(),
                            incoming.etag(),
                            Optional.of(checksum),
                            List.of());
            Draft draft = new Draft(content, form.description(), form.tags());
            return store.change(old -> put(old, caller, request, incoming, draft));
        }
    }

    /// What a request says before its body is read.
    record Form(Integrity integrity, Description description, Map<String, String> tags) {

        static Form of(Bucket bucket, PutObjectRequest request) {
            Describing.check(bucket, request.key(), request);
            Conditions.checkWriteForm(request);
            return new Form(
                    Integrity.of(request),
                    Describing.of(request, request.metadata()),
                    Tags.ofHeader(request.tagging()));
        }

        ChecksumKind kind() {
            return integrity.kind();
        }
    }

    private Store.Change<PutObjectResponse> put(
            S3State old, Caller caller, PutObjectRequest request, Incoming incoming, Draft draft) {
        Bucket bucket = Store.bucket(old, request);
        Versions versions = bucket.versions(request.key());
        Conditions.checkWrite(request, request.key(), versions);
        String writer = Acls.writer(bucket, caller, request);
        StoredObject object = draft.in(bucket, request.key(), writer, store);
        incoming.keep();
        return new Store.Change<>(
                old.with(bucket.with(request.key(), versions.with(object))),
                answer(bucket, object));
    }

    /// A bucket whose versioning is suspended does not tell the version id here, though it does
    /// everywhere else.
    private static PutObjectResponse answer(Bucket bucket, StoredObject object) {
        PutObjectResponse.Builder response =
                PutObjectResponse.builder()
                        .eTag(object.quotedETag())
                        .serverSideEncryption(Encryption.AES);
        object.content().checksum().ifPresent(sum -> Sums.set(response, sum));
        if (bucket.settings().versioning() == Versioning.ENABLED) {
            response.versionId(object.versionId());
        }
        return response.build();
    }
}

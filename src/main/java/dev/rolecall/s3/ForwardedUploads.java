package dev.rolecall.s3;

import dev.rolecall.fault.S3ObjectErrors;
import dev.rolecall.iam.Caller;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;

/// Begins and ends multipart uploads in the container, and remembers who began them and how they
/// ended.
public final class ForwardedUploads {
    private final Sender sender;
    private final KnownUploads uploads;
    private final ForwardedObjects objects;

    ForwardedUploads(Sender sender, KnownUploads uploads, ForwardedObjects objects) {
        this.sender = sender;
        this.uploads = uploads;
        this.objects = objects;
    }

    public CreateMultipartUploadResponse createMultipartUpload(
            Caller caller, CreateMultipartUploadRequest request) {
        Bucket bucket = sender.bucket(request);
        Uploads.begun(bucket, caller, request, "", sender.clock().instant());
        CreateMultipartUploadResponse answer =
                sender.send(bucket, request, CreateMultipartUploadResponse.class);
        uploads.begun(
                bucket.name(),
                Uploads.begun(
                        bucket, caller, request, answer.uploadId(), sender.clock().instant()));
        return answer;
    }

    /// Aborting what has ended succeeds too, as long as the id is known.
    public AbortMultipartUploadResponse abortMultipartUpload(
            Caller caller, AbortMultipartUploadRequest request) {
        Uploads.checkAbort(request);
        Bucket bucket = sender.bucket(request);
        if (!known(bucket, request.key(), request.uploadId()).active()) {
            return AbortMultipartUploadResponse.builder().build();
        }
        AbortMultipartUploadResponse answer =
                sender.send(bucket, request, AbortMultipartUploadResponse.class);
        uploads.aborted(request.uploadId());
        return answer;
    }

    public CompleteMultipartUploadResponse completeMultipartUpload(
            Caller caller, CompleteMultipartUploadRequest request) {
        Bucket bucket = sender.bucket(request);
        Upload upload = known(bucket, request.key(), request.uploadId());
        Manifest manifest = Manifest.of(request);
        Conditions.checkWriteForm(request);
        if (!upload.active()) {
            return again(bucket, upload, manifest);
        }
        UploadCompletions.checkType(request, upload);
        CompleteMultipartUploadResponse answer =
                Container.unless(
                                "NoSuchUpload",
                                () ->
                                        sender.send(
                                                bucket,
                                                request,
                                                CompleteMultipartUploadResponse.class))
                        .or(() -> unheard(bucket, upload, manifest))
                        .orElseThrow(() -> S3ObjectErrors.noSuchUpload(upload.id()))
                        .toBuilder()
                        .location(UploadCompletions.location(bucket.name(), upload.key()))
                        .build();
        uploads.completed(upload.id(), manifest.text(), answer);
        return answer;
    }

    private Upload known(Bucket bucket, String key, String id) {
        return uploads.find(bucket, key, id).orElseThrow(() -> S3ObjectErrors.noSuchUpload(id));
    }

    /// The container may have completed it, and its answer was lost: then the object is there.
    private Optional<CompleteMultipartUploadResponse> unheard(
            Bucket bucket, Upload upload, Manifest manifest) {
        return objects.find(bucket, upload.key(), Optional.empty())
                .filter(object -> object.content().etag().equals(manifest.etag()))
                .map(object -> UploadCompletions.answer(bucket, object));
    }

    /// A repeated completion finds what the first one made, as long as that is there.
    private CompleteMultipartUploadResponse again(Bucket bucket, Upload upload, Manifest manifest) {
        boolean same =
                upload.end() instanceof Upload.End.Completed(String done, _)
                        && done.equals(manifest.text());
        return uploads.answer(upload.id())
                .filter(_ -> same)
                .filter(answer ->
                        objects.find(bucket, upload.key(), Optional.ofNullable(answer.versionId()))
                                .map(StoredObject::quotedETag)
                                .equals(Optional.of(answer.eTag())))
                .orElseThrow(() -> S3ObjectErrors.noSuchUpload(upload.id()));
    }
}

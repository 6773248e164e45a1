package dev.rolecall.s3;

import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAclRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.PutObjectAclRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/// How requests about objects and uploads are played.
final class ObjectPlays {
    private ObjectPlays() {}

    static void add(Plays plays) {
        objects(plays);
        uploads(plays);
    }

    private static void objects(Plays plays) {
        plays.checked(
                GetObjectRequest.class,
                (s, r) -> {
                    Encryption.check(r);
                    ObjectReads.checkOverrides(s.caller(), r);
                });
        plays.checked(HeadObjectRequest.class, (s, r) -> Encryption.check(r));
        plays.checked(
                GetObjectAttributesRequest.class, (s, r) -> ObjectAttributesReads.checkForm(r));
        plays.checked(PutObjectRequest.class, (s, r) -> ObjectWrites.Form.of(s.there(), r));
        plays.checked(
                CopyObjectRequest.class,
                (s, r) -> {
                    ObjectCopies.checkForm(s.there(), r);
                    s.sources().check(r);
                });
        plays.checked(
                PutObjectAclRequest.class,
                (s, r) -> Acls.checkPut(s.there(), r, r.accessControlPolicy() != null));
        plays.checked(PutObjectTaggingRequest.class, (s, r) -> ObjectTags.tags(r));
        plays.checked(
                ListObjectsRequest.class, (s, r) -> ObjectLists.encoding(r.encodingTypeAsString()));
        plays.checked(
                ListObjectsV2Request.class,
                (s, r) -> {
                    ObjectLists.encoding(r.encodingTypeAsString());
                    Optional.ofNullable(r.continuationToken()).ifPresent(Token::checkForm);
                });
        plays.checked(
                ListObjectVersionsRequest.class,
                (s, r) -> ObjectLists.encoding(r.encodingTypeAsString()));
        plays.sent(GetObjectAclRequest.class);
        plays.sent(GetObjectTaggingRequest.class);
        plays.sent(DeleteObjectTaggingRequest.class);
    }

    private static void uploads(Plays plays) {
        plays.checked(
                UploadPartRequest.class,
                (s, r) -> UploadParts.form(s.active(r.key(), r.uploadId()), r));
        plays.checked(
                UploadPartCopyRequest.class,
                (s, r) -> {
                    s.active(r.destinationKey(), r.uploadId());
                    UploadParts.checkCopyForm(r);
                    s.sources().check(r);
                });
        plays.checked(ListPartsRequest.class, (s, r) -> s.active(r.key(), r.uploadId()));
        plays.checked(
                ListMultipartUploadsRequest.class,
                (s, r) -> ObjectLists.encoding(r.encodingTypeAsString()));
    }
}

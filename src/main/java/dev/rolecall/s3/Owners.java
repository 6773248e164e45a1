package dev.rolecall.s3;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Initiator;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.Type;

/// Names owners as AWS does, by the canonical id of their account: the container has one for all.
///
/// @param account the account in whose name the request was sent
record Owners(String account, KnownUploads uploads) {

    Object in(Object answer) {
        return switch (answer) {
            case ListBucketsResponse r -> r.toBuilder().owner(owner()).build();
            case ListObjectsResponse r ->
                    r.toBuilder()
                            .contents(each(r.contents(), o -> o.copy(b -> b.owner(owner()))))
                            .build();
            case ListObjectsV2Response r ->
                    r.toBuilder()
                            .contents(
                                    each(
                                            r.contents(),
                                            o ->
                                                    o.owner() == null
                                                            ? o
                                                            : o.copy(b -> b.owner(owner()))))
                            .build();
            case ListObjectVersionsResponse r ->
                    r.toBuilder()
                            .versions(each(r.versions(), v -> v.copy(b -> b.owner(owner()))))
                            .deleteMarkers(
                                    each(r.deleteMarkers(), m -> m.copy(b -> b.owner(owner()))))
                            .build();
            case ListPartsResponse r ->
                    r.toBuilder().owner(owner()).initiator(initiator(r.uploadId())).build();
            case ListMultipartUploadsResponse r ->
                    r.toBuilder()
                            .uploads(
                                    each(
                                            r.uploads(),
                                            u ->
                                                    u.copy(b ->
                                                            b.owner(owner())
                                                                    .initiator(
                                                                            initiator(
                                                                                    u
                                                                                            .uploadId())))))
                            .build();
            case GetBucketAclResponse r ->
                    r.toBuilder().owner(owner()).grants(each(r.grants(), this::grant)).build();
            case GetObjectAclResponse r ->
                    r.toBuilder().owner(owner()).grants(each(r.grants(), this::grant)).build();
            default -> answer;
        };
    }

    private static <T> List<T> each(List<T> list, UnaryOperator<T> change) {
        return list.stream().map(change).toList();
    }

    private Owner owner() {
        return Owner.builder().id(CanonicalUser.of(account)).build();
    }

    /// A root user is named by its canonical id, anybody else by the ARN.
    private Initiator initiator(String uploadId) {
        Optional<String> arn = uploads.initiator(uploadId).filter(a -> !a.endsWith(":root"));
        return Initiator.builder().id(arn.orElseGet(() -> CanonicalUser.of(account))).build();
    }

    /// Nobody but the owner can be granted anything from here.
    private Grant grant(Grant grant) {
        boolean named = grant.grantee() != null && grant.grantee().type() == Type.CANONICAL_USER;
        return named
                ? grant.copy(g ->
                        g.grantee(
                                grant.grantee()
                                        .copy(b ->
                                                b.id(CanonicalUser.of(account)).displayName(null))))
                : grant;
    }
}

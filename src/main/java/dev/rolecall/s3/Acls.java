package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import dev.rolecall.iam.Caller;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAclRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetObjectAclRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Grantee;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.PutBucketAclRequest;
import software.amazon.awssdk.services.s3.model.PutBucketAclResponse;
import software.amazon.awssdk.services.s3.model.PutObjectAclRequest;
import software.amazon.awssdk.services.s3.model.PutObjectAclResponse;
import software.amazon.awssdk.services.s3.model.Type;

/// ACLs ("Access control list (ACL) overview"), as far as buckets have them today: they are off.
/// Where somebody turned them on, an ACL that gives the owner alone is accepted, and any other is
/// refused as not implemented rather than forgotten.
public final class Acls {
    private static final String PRIVATE = "private";
    private static final String TO_OWNER = "bucket-owner-full-control";
    private static final List<String> CANNED =
            List.of(
                    PRIVATE,
                    TO_OWNER,
                    "bucket-owner-read",
                    "public-read",
                    "public-read-write",
                    "authenticated-read",
                    "aws-exec-read");
    private static final List<String> GRANTS =
            List.of("GrantFullControl", "GrantRead", "GrantReadACP", "GrantWrite", "GrantWriteACP");

    private final Store store;

    Acls(Store store) {
        this.store = store;
    }

    public GetBucketAclResponse getBucketAcl(Caller caller, GetBucketAclRequest request) {
        String owner = CanonicalUser.of(store.bucket(request).account());
        return GetBucketAclResponse.builder()
                .owner(Owner.builder().id(owner).build())
                .grants(fullControl(owner))
                .build();
    }

    public GetObjectAclResponse getObjectAcl(Caller caller, GetObjectAclRequest request) {
        Bucket bucket = store.bucket(request);
        StoredObject object =
                Lookup.object(
                        bucket, request.key(), Optional.ofNullable(request.versionId()), "GET");
        String owner = CanonicalUser.of(bucket.owner(object));
        return GetObjectAclResponse.builder()
                .owner(Owner.builder().id(owner).build())
                .grants(fullControl(owner))
                .build();
    }

    private static Grant fullControl(String id) {
        return Grant.builder()
                .grantee(Grantee.builder().type(Type.CANONICAL_USER).id(id).build())
                .permission(Permission.FULL_CONTROL)
                .build();
    }

    public PutBucketAclResponse putBucketAcl(Caller caller, PutBucketAclRequest request) {
        checkPut(store.bucket(request), request, request.accessControlPolicy() != null);
        return PutBucketAclResponse.builder().build();
    }

    public PutObjectAclResponse putObjectAcl(Caller caller, PutObjectAclRequest request) {
        Bucket bucket = store.bucket(request);
        Lookup.object(bucket, request.key(), Optional.ofNullable(request.versionId()), "PUT");
        checkPut(bucket, request, request.accessControlPolicy() != null);
        return PutObjectAclResponse.builder().build();
    }

    /// Checks a request that sets an ACL.
    static void checkPut(Bucket bucket, SdkPojo request, boolean withBody) {
        if (bucket.ownerEnforced()) {
            throw S3Errors.aclsNotSupported();
        }
        if (withBody) {
            throw S3Errors.notImplemented("AccessControlPolicy");
        }
        checkAllowed(bucket, request);
    }

    /// Checks the ACL headers of a request that writes an object.
    static void checkWrite(Bucket bucket, SdkPojo request) {
        if (!bucket.ownerEnforced()) {
            checkAllowed(bucket, request);
            return;
        }
        String acl = canned(request);
        boolean harmless = acl.equals(PRIVATE) || acl.startsWith("bucket-owner-");
        if (!harmless || hasGrants(request)) {
            throw S3Errors.aclsNotSupported();
        }
    }

    private static void checkAllowed(Bucket bucket, SdkPojo request) {
        String acl = canned(request);
        boolean everybodys = acl.startsWith("public-") || acl.equals("authenticated-read");
        if (everybodys && bucket.publicAccess().blockPublicAcls()) {
            throw S3Errors.accessDenied();
        }
        if (hasGrants(request)) {
            throw S3Errors.notImplemented("x-amz-grant");
        }
        if (!acl.equals(PRIVATE) && !acl.equals(TO_OWNER)) {
            throw S3Errors.notImplemented("x-amz-acl");
        }
    }

    static void checkNewBucket(String ownership, CreateBucketRequest request) {
        if (canned(request).equals(PRIVATE) && !hasGrants(request)) {
            return;
        }
        throw ownership.equals(Settings.ENFORCED)
                ? S3Errors.aclWithOwnership()
                : S3Errors.notImplemented("x-amz-acl");
    }

    /// The account that owns, where ACLs are on, what this request writes.
    static String writer(Bucket bucket, Caller caller, SdkPojo request) {
        boolean given =
                canned(request).equals(TO_OWNER)
                        && bucket.settings().ownership().stream()
                                .anyMatch("BucketOwnerPreferred"::equals);
        return given ? bucket.account() : caller.account();
    }

    private static String canned(SdkPojo request) {
        String acl = Members.text(request, "ACL").orElse(PRIVATE);
        if (!CANNED.contains(acl)) {
            throw S3Errors.invalidArgument("", "x-amz-acl", acl);
        }
        return acl;
    }

    private static boolean hasGrants(SdkPojo request) {
        return GRANTS.stream().anyMatch(grant -> Members.text(request, grant).isPresent());
    }
}

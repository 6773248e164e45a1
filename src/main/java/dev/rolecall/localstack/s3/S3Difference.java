package dev.rolecall.localstack.s3;

/// Where S3 on LocalStack behind the guard answers otherwise than AWS does, and than Rolecall's own
/// S3: what LocalStack decides alone and nothing before it can mend.
public enum S3Difference {
    TIMES(
            "PutObject, CopyObject, CreateBucket",
            "times are those of the lab's clock",
            "times are those of the machine's clock, which `/clock` does not move",
            "LocalStack's clock is its own"),
    TAGS_OF_CONDITIONS(
            "GetObject, HeadObject",
            "`If-Match` and `If-None-Match` take lists of tags, `*` and the empty text",
            "compares the whole text with the one tag, and passes over an empty one",
            "LocalStack compares texts"),
    NO_KEYS(
            "ListObjects, ListObjectsV2, ListObjectVersions",
            "`max-keys=0` lists nothing",
            "lists as if the parameter were absent",
            "LocalStack takes 0 for no number"),
    TWO_SLASHES(
            "PutObject and all others on keys",
            "`//` is a key, and another one than `/`",
            "takes a key of nothing but slashes for `/`",
            "LocalStack's router shortens the path"),
    EMPTY_PART(
            "GetObject, HeadObject",
            "part 1 of an empty object has no `Content-Range`",
            "has `Content-Range: bytes 0--1/0`",
            "LocalStack computes the range of no bytes"),
    SUMS_OF_PARTS(
            "ListParts",
            "each part has the checksum that it was sent with",
            "has checksums only where the upload was begun with an algorithm",
            "LocalStack lists one kind for an upload"),
    NAMES_LIKE_ADDRESSES(
            "CreateBucket",
            "`192.168.5.4.5` is a name: only four numbers are an address",
            "refuses any name of numbers and dots: 400 InvalidBucketName",
            "LocalStack looks at the beginning of the name alone"),
    CONDITIONAL_DELETES(
            "DeleteObject, DeleteObjects",
            "`If-Match` is compared and the object deleted in one step",
            "has no conditions on deletes (501); Rolecall compares just before",
            "two who delete at the same moment may both be told yes"),
    NOT_IN_LOCALSTACK(
            "GetBucketAbac, GetBucketMetadataConfiguration",
            "answered",
            "501 NotImplemented; Rolecall answers as for a bucket where nothing was set",
            "LocalStack does not have them"),
    WRITERS(
            "ListObjects, ListObjectVersions, GetObjectAcl",
            "where ACLs are on, an object is owned by the account that wrote it",
            "every object is owned by the bucket's account",
            "LocalStack keeps one owner for all"),
    OVERWRITES_WITHOUT_ROOM(
            "PutObject, UploadPart, CompleteMultipartUpload",
            "there is always room",
            "where its disk is full what was there is gone too, and Rolecall deletes what is left (a"
                    + " part is made empty)",
            "LocalStack writes the new bytes over the old ones"),
    COPIES_WITHOUT_ROOM(
            "CopyObject",
            "there is always room",
            "where its disk is full the copy is refused, and the key that it was for answers nothing"
                    + " more until LocalStack is started again",
            "LocalStack never gives the lock of that file back");

    private final String operation;
    private final String aws;
    private final String localStack;
    private final String reason;

    S3Difference(String operation, String aws, String localStack, String reason) {
        this.operation = operation;
        this.aws = aws;
        this.localStack = localStack;
        this.reason = reason;
    }

    /// AWS's names of the operations.
    public String operation() {
        return operation;
    }

    /// What AWS answers, and Rolecall's own S3.
    public String aws() {
        return aws;
    }

    /// What comes from LocalStack.
    public String localStack() {
        return localStack;
    }

    /// Why.
    public String reason() {
        return reason;
    }
}

package dev.rolecall.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.S3Errors;
import dev.rolecall.localstack.Differs;
import dev.rolecall.localstack.s3.S3Difference;
import dev.rolecall.wire.Streamed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;

class ObjectsTest {
    private static final String HELLO_MD5 = "5d41402abc4b2a76b9719d911017c592";

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of("unused"));

    @BeforeEach
    void open() {
        desk = new Desk(folder).bucket("bbb");
    }

    private static PutObjectRequest.Builder put() {
        return PutObjectRequest.builder().bucket("bbb").key("k");
    }

    private static GetObjectRequest.Builder get() {
        return GetObjectRequest.builder().bucket("bbb").key("k");
    }

    private GetObjectResponse response(GetObjectRequest.Builder request) {
        Streamed<?> streamed = desk.get(request.build());
        Desk.text(streamed);
        return (GetObjectResponse) streamed.response();
    }

    private AwsError refusal(PutObjectRequest.Builder request) {
        return Desk.error(() -> desk.put(request.build(), "hello"));
    }

    @Test
    void whatIsPutIsReadBack() {
        PutObjectResponse put =
                desk.put(
                        put().contentType("text/plain")
                                .cacheControl("no-store")
                                .metadata(Map.of("colour", "blue"))
                                .contentEncoding("gzip,aws-chunked")
                                .build(),
                        "hello");
        assertThat(put.eTag()).isEqualTo("\"" + HELLO_MD5 + "\"");
        assertThat(put.serverSideEncryptionAsString()).isEqualTo("AES256");
        assertThat(put.versionId()).isNull();
        Streamed<?> got = desk.get(get().build());
        assertThat(Desk.text(got)).isEqualTo("hello");
        GetObjectResponse response = (GetObjectResponse) got.response();
        assertThat(response.contentLength()).isEqualTo(5);
        assertThat(response.contentType()).isEqualTo("text/plain");
        assertThat(response.cacheControl()).isEqualTo("no-store");
        assertThat(response.contentEncoding()).isEqualTo("gzip");
        assertThat(response.metadata()).containsExactly(Map.entry("colour", "blue"));
        assertThat(response.storageClassAsString()).isNull();
        assertThat(response.contentRange()).isNull();
        assertThat(response.checksumCRC64NVME()).isNull();
    }

    @Test
    @Differs(value = S3Difference.TIMES, seen = "2026-11-24T10:00:00Z")
    void anObjectIsOfTheLabsTime() {
        desk.put("bbb", "k", "hello");
        GetObjectResponse response = (GetObjectResponse) desk.get(get().build()).response();
        assertThat(response.lastModified()).hasToString("2026-11-24T10:00:00Z");
    }

    @Test
    void whatIsSaidOfAnObjectMayBeOfAnyScript() {
        desk.put(
                put().metadata(Map.of("a", "ü€", "b", "plain"))
                        .contentDisposition("attachment; filename=ü.txt")
                        .build(),
                "hello");
        GetObjectResponse response = (GetObjectResponse) desk.get(get().build()).response();
        assertThat(response.metadata()).isEqualTo(Map.of("a", "ü€", "b", "plain"));
        assertThat(response.contentDisposition()).isEqualTo("attachment; filename=ü.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/../b",
                "..",
                "./x",
                "/a",
                "a//b",
                "a b+c%20d",
                "é/ü",
                "?x=1",
                "#h",
                "a/",
                "\u0001",
                "x\\y",
                "~*'()!;:@&=+$,"
            })
    void anyTextIsAKey(String key) {
        desk.put("bbb", key, "hello");
        assertThat(desk.read("bbb", key)).isEqualTo("hello");
        assertThat(desk.s3.state().bucket("bbb").orElseThrow().objects()).containsOnlyKeys(key);
    }

    @Test
    @Differs(value = S3Difference.TWO_SLASHES, seen = "\"/\"")
    void slashesAloneAreAKey() {
        desk.put("bbb", "//", "hello");
        assertThat(desk.s3.state().bucket("bbb").orElseThrow().objects()).containsOnlyKeys("//");
    }

    @Test
    void headTellsTheSameWithoutTheBody() {
        desk.put("bbb", "k", "hello");
        HeadObjectResponse head =
                desk.call(
                        HeadObjectRequest.builder().bucket("bbb").key("k").build(),
                        HeadObjectResponse.class);
        assertThat(head.contentLength()).isEqualTo(5);
        assertThat(head.contentType()).isEqualTo("binary/octet-stream");
        assertThat(head.eTag()).isEqualTo("\"" + HELLO_MD5 + "\"");
    }

    @Test
    void aStretchIsToldAsOne() {
        desk.put("bbb", "k", "0123456789");
        Streamed<?> got = desk.get(get().range("bytes=-3").build());
        assertThat(Desk.text(got)).isEqualTo("789");
        GetObjectResponse response = (GetObjectResponse) got.response();
        assertThat(response.contentRange()).isEqualTo("bytes 7-9/10");
        assertThat(response.contentLength()).isEqualTo(3);
    }

    @Test
    void aStretchOutsideIsRefusedWithTheSize() {
        desk.put("bbb", "k", "0123456789");
        AwsError error = Desk.error(() -> desk.get(get().range("bytes=10-").build()));
        assertThat(error.status()).isEqualTo(416);
        assertThat(error.details())
                .containsExactly(
                        Map.entry("RangeRequested", "bytes=10-"),
                        Map.entry("ActualObjectSize", "10"));
    }

    @Test
    void aSinglePutHasPartOneOnly() {
        desk.put("bbb", "k", "hello");
        assertThat(response(get().partNumber(1)).contentRange()).isEqualTo("bytes 0-4/5");
        assertThat(Desk.error(() -> desk.get(get().partNumber(2).build())).code())
                .isEqualTo("InvalidPartNumber");
    }

    @Test
    void theReaderMayAskForOtherHeaders() {
        desk.put(put().contentType("text/plain").build(), "hello");
        assertThat(
                        response(get().responseContentType("text/html").responseCacheControl("x"))
                                .contentType())
                .isEqualTo("text/html");
    }

    @Test
    void aMissingKeyIsNamed() {
        AwsError error = Desk.error(() -> desk.read("bbb", "nothing"));
        assertThat(error.status()).isEqualTo(404);
        assertThat(error.code()).isEqualTo("NoSuchKey");
        assertThat(error.details()).containsExactly(Map.entry("Key", "nothing"));
    }

    @Test
    void theChecksumIsKeptAndToldWhenAskedFor() {
        PutObjectResponse put = desk.put(put().checksumAlgorithm("CRC32").build(), "hello");
        assertThat(put.checksumCRC32()).isEqualTo("NhCmhg==");
        assertThat(put.checksumTypeAsString()).isEqualTo("FULL_OBJECT");
        assertThat(response(get().checksumMode(ChecksumMode.ENABLED)).checksumCRC32())
                .isEqualTo("NhCmhg==");
        // Of a stretch, the checksum of the whole would be wrong.
        assertThat(
                        response(get().checksumMode(ChecksumMode.ENABLED).range("bytes=0-1"))
                                .checksumCRC32())
                .isNull();
    }

    @Test
    void whereNoChecksumIsAskedForItIsCrc64Nvme() {
        assertThat(desk.put("bbb", "k", "123456789").checksumCRC64NVME()).isEqualTo("rosUhgp5mIg=");
    }

    @Test
    void aWrongChecksumIsRefused() {
        assertThat(refusal(put().checksumCRC32("AAAAAA==")))
                .hasMessage("The CRC32 you specified did not match the calculated checksum.");
        assertThat(refusal(put().checksumCRC32("AAAA")))
                .hasMessage("Value for x-amz-checksum-crc32 header is invalid.");
        assertThat(refusal(put().contentMD5("AAAAAAAAAAAAAAAAAAAAAA==")).code())
                .isEqualTo("BadDigest");
        assertThat(refusal(put().contentMD5("x")).code()).isEqualTo("InvalidDigest");
        assertThat(desk.s3.object("bbb", "k")).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aBodyThatBreaksLeavesNothingBehind() {
        AwsError tampered = S3Errors.accessDenied();
        InputStream body =
                new SequenceInputStream(
                        new ByteArrayInputStream(new byte[100_000]),
                        new InputStream() {
                            @Override
                            public int read() {
                                throw tampered;
                            }

                            @Override
                            public int read(byte[] bytes, int offset, int length) {
                                throw tampered;
                            }
                        });
        assertThat(Desk.error(() -> desk.call(put().build(), PutObjectResponse.class, body)))
                .isSameAs(tampered);
        assertThat(desk.s3.object("bbb", "k")).isEmpty();
        assertThat(files()).isEmpty();
    }

    private List<String> files() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void keysAndMetadataHaveLimits() {
        AwsError key = refusal(put().key("é".repeat(513)));
        assertThat(key.code()).isEqualTo("KeyTooLongError");
        assertThat(key.details())
                .containsExactly(Map.entry("Size", "1026"), Map.entry("MaxSizeAllowed", "1024"));
        AwsError metadata = refusal(put().metadata(Map.of("a", "x".repeat(2048))));
        assertThat(metadata.code()).isEqualTo("MetadataTooLarge");
        assertThat(metadata.details())
                .containsExactly(Map.entry("Size", "2049"), Map.entry("MaxSizeAllowed", "2048"));
    }

    /// §4.2 [D, O].
    @Test
    void whereAclsAreOffOnlyHarmlessOnesPass() {
        for (String acl : List.of("private", "bucket-owner-read", "bucket-owner-full-control")) {
            desk.put(put().acl(acl).build(), "hello");
        }
        assertThat(refusal(put().acl("public-read"))).hasMessage("The bucket does not allow ACLs");
        assertThat(refusal(put().grantRead("id=\"1\"")).code())
                .isEqualTo("AccessControlListNotSupported");
    }

    @Test
    void whatIsNotBuiltIsRefusedAndNotForgotten() {
        AwsError error = refusal(put().serverSideEncryption("aws:kms"));
        assertThat(error.status()).isEqualTo(501);
        assertThat(error.details())
                .containsExactly(Map.entry("Header", "x-amz-server-side-encryption"));
        assertThat(refusal(put().sseCustomerAlgorithm("AES256")).code())
                .isEqualTo("NotImplemented");
        assertThat(refusal(put().objectLockMode("GOVERNANCE")))
                .hasMessage("Bucket is missing Object Lock Configuration");
        assertThat(refusal(put().storageClass("OUTPOSTS")).code()).isEqualTo("InvalidStorageClass");
    }

    @Test
    void tagsComeWithTheObject() {
        desk.put(put().tagging("team=a%20b&empty").build(), "hello");
        GetObjectTaggingResponse tags =
                desk.call(
                        GetObjectTaggingRequest.builder().bucket("bbb").key("k").build(),
                        GetObjectTaggingResponse.class);
        assertThat(tags.tagSet())
                .extracting(Tag::key, Tag::value)
                .containsExactly(tuple("team", "a b"), tuple("empty", ""));
        assertThat(response(get()).tagCount()).isEqualTo(2);
        assertThat(refusal(put().tagging("a=1&a=2")).details())
                .containsEntry("ArgumentName", "x-amz-tagging");
        assertThat(refusal(put().tagging("aws:a=1")))
                .hasMessage("System tags cannot be added/updated by requester");
        assertThat(refusal(put().tagging("a%2Ab=1")).details())
                .containsExactly(Map.entry("TagKey", "a*b"));
    }

    @Test
    void anArchivedObjectCannotBeRead() {
        desk.put(put().storageClass("GLACIER").build(), "hello");
        AwsError error = Desk.error(() -> desk.read("bbb", "k"));
        assertThat(error.code()).isEqualTo("InvalidObjectState");
    }

    @Test
    void attributesTellTheTagWithoutQuotes() {
        desk.put("bbb", "k", "hello");
        GetObjectAttributesResponse attributes =
                desk.call(
                        GetObjectAttributesRequest.builder()
                                .bucket("bbb")
                                .key("k")
                                .objectAttributes(
                                        ObjectAttributes.E_TAG,
                                        ObjectAttributes.OBJECT_SIZE,
                                        ObjectAttributes.STORAGE_CLASS)
                                .build(),
                        GetObjectAttributesResponse.class);
        assertThat(attributes.eTag()).isEqualTo(HELLO_MD5);
        assertThat(attributes.objectSize()).isEqualTo(5);
        assertThat(attributes.storageClassAsString()).isEqualTo("STANDARD");
        assertThat(attributes.checksum()).isNull();
    }

    @Test
    @Differs(value = S3Difference.EMPTY_PART, seen = "bytes 0--1/0")
    void anEmptyObjectIsReadBack() {
        desk.put("bbb", "k", "");
        assertThat(desk.read("bbb", "k")).isEmpty();
        assertThat(response(get().partNumber(1)).contentRange()).isNull();
    }
}

package dev.rolecall.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rolecall.fault.AwsError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

class UploadsTest {
    private static final byte[] BIG = new byte[5 << 20];
    private static final byte[] SMALL = "the end".getBytes(StandardCharsets.UTF_8);

    static {
        Arrays.fill(BIG, (byte) 'x');
    }

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of("unused"));

    @BeforeEach
    void open() {
        desk = new Desk(folder).bucket("bbb");
    }

    private String begin(UnaryOperator<CreateMultipartUploadRequest.Builder> more) {
        CreateMultipartUploadRequest.Builder request =
                CreateMultipartUploadRequest.builder().bucket("bbb").key("k");
        return desk.call(more.apply(request).build(), CreateMultipartUploadResponse.class)
                .uploadId();
    }

    private String begin() {
        return begin(request -> request);
    }

    private UploadPartResponse part(
            String id, int number, byte[] bytes, UnaryOperator<UploadPartRequest.Builder> more) {
        UploadPartRequest.Builder request =
                UploadPartRequest.builder().bucket("bbb").key("k").uploadId(id).partNumber(number);
        return desk.call(
                more.apply(request).build(),
                UploadPartResponse.class,
                new ByteArrayInputStream(bytes));
    }

    private CompletedPart part(String id, int number, byte[] bytes) {
        return named(number, part(id, number, bytes, request -> request).eTag());
    }

    private static CompletedPart named(int number, String tag) {
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    private CompleteMultipartUploadResponse complete(
            String id,
            List<CompletedPart> parts,
            UnaryOperator<CompleteMultipartUploadRequest.Builder> more) {
        CompleteMultipartUploadRequest.Builder request =
                CompleteMultipartUploadRequest.builder()
                        .bucket("bbb")
                        .key("k")
                        .uploadId(id)
                        .multipartUpload(upload -> upload.parts(parts));
        return desk.call(more.apply(request).build(), CompleteMultipartUploadResponse.class);
    }

    private CompleteMultipartUploadResponse complete(String id, CompletedPart... parts) {
        return complete(id, List.of(parts), request -> request);
    }

    private AwsError refusal(String id, CompletedPart... parts) {
        return Desk.error(() -> complete(id, parts));
    }

    @Test
    void partsBecomeOneObject() throws Exception {
        String id = begin(request -> request.contentType("text/plain").tagging("a=b"));
        CompletedPart two = part(id, 7, SMALL);
        CompletedPart one = part(id, 2, BIG);
        CompleteMultipartUploadResponse response = complete(id, one, two);
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        byte[] sums = new byte[32];
        System.arraycopy(md5.digest(BIG), 0, sums, 0, 16);
        System.arraycopy(md5.digest(SMALL), 0, sums, 16, 16);
        String tag = "\"" + HexFormat.of().formatHex(md5.digest(sums)) + "-2\"";
        assertThat(response.eTag()).isEqualTo(tag);
        assertThat(response.location()).isEqualTo("https://bbb.s3.amazonaws.com/k");
        StoredObject object = desk.s3.object("bbb", "k").orElseThrow();
        assertThat(object.tags()).isEqualTo(Map.of("a", "b"));
        assertThat(object.content().size()).isEqualTo(BIG.length + SMALL.length);
        var last = desk.get(get().partNumber(7).build());
        assertThat(Desk.text(last)).isEqualTo("the end");
        assertThat(((GetObjectResponse) last.response()).partsCount()).isEqualTo(2);
        var across = desk.get(get().range("bytes=" + (BIG.length - 2) + "-").build());
        assertThat(Desk.text(across)).isEqualTo("xxthe end");
    }

    private static GetObjectRequest.Builder get() {
        return GetObjectRequest.builder().bucket("bbb").key("k");
    }

    /// aws-truth §10 [O].
    @Test
    void aRepeatedCompletionIsAnsweredLikeTheFirst() {
        String id = begin();
        CompletedPart one = part(id, 1, SMALL);
        String tag = complete(id, one).eTag();
        assertThat(complete(id, one).eTag()).isEqualTo(tag);
        assertThat(refusal(id, named(2, one.eTag())).code()).isEqualTo("NoSuchUpload");
        abort(id);
        desk.put("bbb", "k", "something else");
        assertThat(refusal(id, one).code()).isEqualTo("NoSuchUpload");
    }

    @Test
    void theListOfPartsMustBeRight() {
        String id = begin();
        CompletedPart one = part(id, 1, SMALL);
        CompletedPart two = part(id, 2, SMALL);
        assertThat(refusal(id, two, one).code()).isEqualTo("InvalidPartOrder");
        AwsError missing = refusal(id, named(3, "\"abc\""));
        assertThat(missing.code()).isEqualTo("InvalidPart");
        assertThat(missing.details())
                .containsExactly(
                        Map.entry("UploadId", id),
                        Map.entry("PartNumber", "3"),
                        Map.entry("ETag", "abc"));
        AwsError small = refusal(id, one, two);
        assertThat(small.code()).isEqualTo("EntityTooSmall");
        assertThat(small.details().keySet())
                .containsExactly("ProposedSize", "MinSizeAllowed", "PartNumber", "ETag");
        assertThat(refusal(id).code()).isEqualTo("MalformedXML");
        assertThat(Desk.error(() -> complete(id, List.of(one), r -> r.mpuObjectSize(9L))).code())
                .isEqualTo("InvalidRequest");
        assertThat(desk.s3.object("bbb", "k")).isEmpty();
        assertThat(complete(id, one).eTag()).endsWith("-1\"");
    }

    @Test
    void aPartOfABrokenBodyKeepsTheEarlierOne() {
        String id = begin();
        CompletedPart one = part(id, 1, SMALL);
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        throw new IOException("gone");
                    }
                };
        UploadPartRequest request =
                UploadPartRequest.builder()
                        .bucket("bbb")
                        .key("k")
                        .uploadId(id)
                        .partNumber(1)
                        .build();
        assertThat(catchThrowable(() -> desk.call(request, UploadPartResponse.class, broken)))
                .hasRootCauseMessage("gone");
        assertThat(complete(id, one).eTag()).endsWith("-1\"");
    }

    @Test
    void anIdBelongsToItsKeyAndEndsWithTheUpload() {
        String id = begin();
        assertThat(Desk.error(() -> part("unknown", 1, SMALL)).details())
                .isEqualTo(Map.of("UploadId", "unknown"));
        assertThat(Desk.error(() -> part(id, 1, SMALL, request -> request.key("other"))).code())
                .isEqualTo("NoSuchUpload");
        assertThat(Desk.error(() -> part(id, 10_001, SMALL)).code()).isEqualTo("InvalidArgument");
        abort(id);
        abort(id);
        assertThat(Desk.error(() -> part(id, 1, SMALL)).code()).isEqualTo("NoSuchUpload");
    }

    private void abort(String id) {
        desk.call(
                AbortMultipartUploadRequest.builder().bucket("bbb").key("k").uploadId(id).build(),
                AbortMultipartUploadResponse.class);
    }

    @Test
    void aCompositeChecksumIsMadeOfTheParts() {
        String id = begin(request -> request.checksumAlgorithm("CRC32"));
        assertThat(Desk.error(() -> part(id, 1, SMALL)))
                .hasMessage(
                        "Checksum Type mismatch occurred, expected checksum Type: crc32, actual"
                                + " checksum Type: null");
        UploadPartResponse one = part(id, 1, SMALL, request -> request.checksumAlgorithm("CRC32"));
        assertThat(one.checksumCRC32()).isEqualTo(crc32(SMALL));
        assertThat(refusal(id, named(1, one.eTag())))
                .hasMessage(
                        "The upload was created using a crc32 checksum. The complete request must"
                                + " include the checksum for each part. It was missing for part 1"
                                + " in the request.");
        CompleteMultipartUploadResponse response =
                complete(
                        id,
                        named(1, one.eTag()).toBuilder()
                                .checksumCRC32(one.checksumCRC32())
                                .build());
        byte[] raw = Base64.getDecoder().decode(crc32(SMALL));
        assertThat(response.checksumCRC32()).isEqualTo(crc32(raw) + "-1");
        assertThat(response.checksumTypeAsString()).isEqualTo("COMPOSITE");
    }

    @Test
    void aChecksumOfTheWholeIsThatOfAllBytes() {
        String id = begin(r -> r.checksumAlgorithm("CRC32").checksumType("FULL_OBJECT"));
        UploadPartResponse one = part(id, 1, SMALL, r -> r.checksumAlgorithm("CRC32"));
        CompletedPart named = named(1, one.eTag());
        assertThat(Desk.error(() -> complete(id, List.of(named), r -> r.checksumCRC32("x"))).code())
                .isEqualTo("BadDigest");
        assertThat(complete(id, named).checksumCRC32()).isEqualTo(crc32(SMALL));
    }

    private static String crc32(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        byte[] value = HexFormat.of().parseHex(String.format("%08x", crc.getValue()));
        return Base64.getEncoder().encodeToString(value);
    }

    @Test
    void notEveryChecksumCanBeOfEitherKind() {
        assertThat(
                        Desk.error(() ->
                                begin(r ->
                                        r.checksumAlgorithm("SHA256").checksumType("FULL_OBJECT"))))
                .hasMessage(
                        "The FULL_OBJECT checksum type cannot be used with the sha256 checksum"
                                + " algorithm.");
    }

    private UploadPartCopyResponse copyPart(String id, int number, String range) {
        UploadPartCopyRequest.Builder request =
                UploadPartCopyRequest.builder()
                        .destinationBucket("bbb")
                        .destinationKey("k")
                        .uploadId(id)
                        .partNumber(number)
                        .copySourceRange(range);
        Members.set(request, "CopySource", "bbb/source");
        return desk.call(request.build(), UploadPartCopyResponse.class);
    }

    @Test
    void aPartMayBeCopied() {
        desk.put("bbb", "source", "0123456789");
        String id = begin();
        String tag = copyPart(id, 1, "bytes=2-4").copyPartResult().eTag();
        complete(id, named(1, tag));
        assertThat(desk.read("bbb", "k")).isEqualTo("234");
    }

    @Test
    void theStretchOfACopyMustBeWholeAndInside() {
        desk.put("bbb", "source", "0123456789");
        String id = begin();
        for (String range : List.of("bytes=2-", "bytes=-2", "2-4", "bytes=4-2", "bytes=5-10")) {
            AwsError error = Desk.error(() -> copyPart(id, 1, range));
            assertThat(error.code()).as(range).isEqualTo("InvalidArgument");
            assertThat(error.details()).containsEntry("ArgumentValue", range);
        }
    }

    @Test
    void partsAreListedInPages() {
        String id = begin();
        for (int number : List.of(3, 10_000, 1)) {
            part(id, number, SMALL);
        }
        ListPartsRequest.Builder request =
                ListPartsRequest.builder().bucket("bbb").key("k").uploadId(id).maxParts(2);
        ListPartsResponse first = desk.call(request.build(), ListPartsResponse.class);
        assertThat(first.parts()).extracting(Part::partNumber).containsExactly(1, 3);
        assertThat(first.isTruncated()).isTrue();
        assertThat(first.initiator().id()).isEqualTo(Desk.ALICE.principal().arn());
        ListPartsResponse second =
                desk.call(
                        request.partNumberMarker(first.nextPartNumberMarker()).build(),
                        ListPartsResponse.class);
        assertThat(second.parts()).extracting(Part::partNumber).containsExactly(10_000);
        assertThat(second.isTruncated()).isFalse();
    }

    @Test
    void uploadsAreListedInPages() {
        List<String> ids = new ArrayList<>();
        for (String key : List.of("z", "a", "a", "g/1", "g/2")) {
            desk.clock.move(Duration.ofSeconds(1));
            ids.add(begin(request -> request.key(key)));
        }
        List<String> seen = new ArrayList<>();
        ListMultipartUploadsRequest.Builder request =
                ListMultipartUploadsRequest.builder().bucket("bbb").maxUploads(1);
        boolean more = true;
        while (more) {
            ListMultipartUploadsResponse page =
                    desk.call(request.build(), ListMultipartUploadsResponse.class);
            seen.addAll(page.uploads().stream().map(MultipartUpload::uploadId).toList());
            more = page.isTruncated();
            request.keyMarker(page.nextKeyMarker()).uploadIdMarker(page.nextUploadIdMarker());
        }
        assertThat(seen)
                .containsExactly(ids.get(1), ids.get(2), ids.get(3), ids.get(4), ids.get(0));
        ListMultipartUploadsResponse groups =
                desk.call(
                        ListMultipartUploadsRequest.builder().bucket("bbb").delimiter("/").build(),
                        ListMultipartUploadsResponse.class);
        assertThat(groups.uploads()).hasSize(3);
        assertThat(groups.commonPrefixes().getFirst().prefix()).isEqualTo("g/");
    }

    /// aws-truth §10 [O]: 409 also when the object is no longer the one of creation time.
    @Test
    void aConditionSeesWhatCameBetween() {
        String tag = desk.put("bbb", "k", "one").eTag();
        String id = begin();
        CompletedPart part = part(id, 1, SMALL);
        desk.clock.move(Duration.ofSeconds(5));
        desk.put("bbb", "k", "one");
        assertThat(Desk.error(() -> complete(id, List.of(part), r -> r.ifMatch(tag))).code())
                .isEqualTo("ConditionalRequestConflict");
        assertThat(Desk.error(() -> complete(id, List.of(part), r -> r.ifNoneMatch("*"))).status())
                .isEqualTo(412);
    }
}

package dev.rolecall.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.fault.AwsError;
import dev.rolecall.policy.PolicyKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.GetBucketAclRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketAclRequest;
import software.amazon.awssdk.services.s3.model.PutBucketAclResponse;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.Tag;

class BucketSettingsTest {
    private static final String BUCKET_ARN = "arn:aws:s3:::bbb";
    private static final String PUBLIC =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",
             "Action":"s3:GetObject","Resource":"arn:aws:s3:::bbb/*"}]}
            """;
    private static final String FOR_ALICE =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
             "Principal":{"AWS":"arn:aws:iam::111122223333:user/alice"},
             "Action":"s3:GetObject","Resource":"arn:aws:s3:::bbb/*"}]}
            """;

    @TempDir Path folder;
    private Desk desk = new Desk(Path.of("unused"));

    @BeforeEach
    void open() {
        desk = new Desk(folder).bucket("bbb");
    }

    private Settings settings() {
        return desk.s3.bucket("bbb").orElseThrow().settings();
    }

    private void putPolicy(String text) {
        desk.call(
                PutBucketPolicyRequest.builder().bucket("bbb").policy(text).build(),
                PutBucketPolicyResponse.class);
    }

    private String policy() {
        return desk.call(
                        GetBucketPolicyRequest.builder().bucket("bbb").build(),
                        GetBucketPolicyResponse.class)
                .policy();
    }

    @Test
    void aPolicyKeepsUniqueIdsAndShowsArns() {
        putPolicy(FOR_ALICE);
        assertThat(settings().policy().orElseThrow().text()).contains("AIDAALICE");
        assertThat(policy()).contains("arn:aws:iam::111122223333:user/alice").doesNotContain("\n");
        assertThat(desk.s3.policyFor("bbb"))
                .hasValueSatisfying(
                        attached -> assertThat(attached.kind()).isEqualTo(PolicyKind.BUCKET));
        assertThat(publicStatus()).isFalse();
    }

    /// aws-truth §3.2 [D, F].
    @Test
    void aPublicPolicyIsStoppedByBlockPublicPolicy() {
        AwsError error = Desk.error(() -> putPolicy(PUBLIC));
        assertThat(error.status()).isEqualTo(403);
        assertThat(error)
                .hasMessage(
                        "User: arn:aws:iam::111122223333:user/alice is not authorized to perform:"
                                + " s3:PutBucketPolicy on resource: \""
                                + BUCKET_ARN
                                + "\" because public policies are prevented by the"
                                + " BlockPublicPolicy setting in S3 Block Public Access.");
        block(flags -> flags.blockPublicPolicy(false).restrictPublicBuckets(true));
        putPolicy(PUBLIC);
        assertThat(publicStatus()).isTrue();
    }

    private boolean publicStatus() {
        return desk.call(
                        GetBucketPolicyStatusRequest.builder().bucket("bbb").build(),
                        GetBucketPolicyStatusResponse.class)
                .policyStatus()
                .isPublic();
    }

    /// aws-recorded 38.
    @Test
    void whatIsNoPolicyIsRefusedInS3sWords() {
        for (String text : new String[] {"", "rubbish", "[]"}) {
            AwsError error = Desk.error(() -> putPolicy(text));
            assertThat(error.code()).isEqualTo("MalformedPolicy");
            assertThat(error)
                    .hasMessage("Policies must be valid JSON and the first byte must be '{'");
        }
        assertThat(Desk.error(() -> putPolicy("{}")))
                .hasMessage("Missing required field Statement");
        AwsError principal = Desk.error(() -> putPolicy(FOR_ALICE.replace("alice", "nobody")));
        assertThat(principal).hasMessage("Invalid principal in policy");
        assertThat(principal.details())
                .isEqualTo(Map.of("Detail", "\"AWS\" : \"arn:aws:iam::111122223333:user/nobody\""));
    }

    @Test
    void aMissingPolicyIsNamedAndMayBeDeleted() {
        AwsError error = Desk.error(this::policy);
        assertThat(error.status()).isEqualTo(404);
        assertThat(error.code()).isEqualTo("NoSuchBucketPolicy");
        assertThat(error.details()).isEqualTo(Map.of("BucketName", "bbb"));
        assertThat(Desk.error(this::publicStatus).code()).isEqualTo("NoSuchBucketPolicy");
        putPolicy(FOR_ALICE);
        for (int i = 0; i < 2; i++) {
            desk.call(
                    DeleteBucketPolicyRequest.builder().bucket("bbb").build(),
                    DeleteBucketPolicyResponse.class);
        }
        assertThat(settings().policy()).isEmpty();
    }

    /// aws-truth §3.5 [M].
    @Test
    void anotherAccountMayNotTouchThePolicyWhateverItIsAllowed() {
        AwsError error =
                Desk.error(() ->
                        desk.call(
                                Desk.STRANGER,
                                PutBucketPolicyRequest.builder()
                                        .bucket("bbb")
                                        .policy(FOR_ALICE)
                                        .build(),
                                PutBucketPolicyResponse.class));
        assertThat(error.status()).isEqualTo(405);
        assertThat(error.code()).isEqualTo("MethodNotAllowed");
    }

    private void block(Consumer<PublicAccessBlockConfiguration.Builder> flags) {
        desk.call(
                PutPublicAccessBlockRequest.builder()
                        .bucket("bbb")
                        .publicAccessBlockConfiguration(flags)
                        .build(),
                PutPublicAccessBlockResponse.class);
    }

    private PublicAccessBlockConfiguration blocked() {
        return desk.call(
                        GetPublicAccessBlockRequest.builder().bucket("bbb").build(),
                        GetPublicAccessBlockResponse.class)
                .publicAccessBlockConfiguration();
    }

    @Test
    void aFlagThatIsLeftOutIsOff() {
        assertThat(blocked().blockPublicPolicy()).isTrue();
        block(flags -> flags.ignorePublicAcls(true));
        assertThat(blocked().ignorePublicAcls()).isTrue();
        assertThat(blocked().blockPublicPolicy()).isFalse();
        desk.call(
                DeletePublicAccessBlockRequest.builder().bucket("bbb").build(),
                DeletePublicAccessBlockResponse.class);
        assertThat(Desk.error(this::blocked).code())
                .isEqualTo("NoSuchPublicAccessBlockConfiguration");
        assertThat(desk.s3.bucket("bbb").orElseThrow().publicAccess()).isEqualTo(PublicAccess.OPEN);
    }

    private GetBucketVersioningResponse versioning() {
        return desk.call(
                GetBucketVersioningRequest.builder().bucket("bbb").build(),
                GetBucketVersioningResponse.class);
    }

    @Test
    void versioningIsUnsetUntilItIsSet() {
        assertThat(versioning().status()).isNull();
        desk.versioning("bbb", "Enabled");
        assertThat(versioning().status()).isEqualTo(BucketVersioningStatus.ENABLED);
        desk.versioning("bbb", "Suspended");
        assertThat(versioning().status()).isEqualTo(BucketVersioningStatus.SUSPENDED);
        assertThat(Desk.error(() -> desk.versioning("bbb", "On")).code()).isEqualTo("MalformedXML");
    }

    private GetBucketTaggingResponse tags() {
        return desk.call(
                GetBucketTaggingRequest.builder().bucket("bbb").build(),
                GetBucketTaggingResponse.class);
    }

    private void tag(String... keys) {
        Tag[] tags = new Tag[keys.length];
        for (int i = 0; i < keys.length; i++) {
            tags[i] = Tag.builder().key(keys[i]).value("v").build();
        }
        desk.call(
                PutBucketTaggingRequest.builder()
                        .bucket("bbb")
                        .tagging(t -> t.tagSet(tags))
                        .build(),
                PutBucketTaggingResponse.class);
    }

    @Test
    void tagsOfABucketAreSetAndUnset() {
        assertThat(Desk.error(this::tags).code()).isEqualTo("NoSuchTagSet");
        tag("z", "a");
        assertThat(tags().tagSet()).extracting(Tag::key).containsExactly("z", "a");
        assertThat(Desk.error(() -> tag("z", "z")).details()).isEqualTo(Map.of("TagKey", "z"));
        desk.call(
                DeleteBucketTaggingRequest.builder().bucket("bbb").build(),
                DeleteBucketTaggingResponse.class);
        assertThat(Desk.error(this::tags).code()).isEqualTo("NoSuchTagSet");
    }

    @Test
    void aBucketMadeAnewHasNoTagsButItsOwn() {
        tag("old");
        delete();
        desk.bucket("bbb");
        assertThat(Desk.error(this::tags).code()).isEqualTo("NoSuchTagSet");
        assertThat(desk.s3.existing("bbb").settings().tags()).isEmpty();
        tag("old");
        delete();
        desk.call(
                CreateBucketRequest.builder()
                        .bucket("bbb")
                        .createBucketConfiguration(
                                c -> c.tags(Tag.builder().key("new").value("v").build()))
                        .build(),
                CreateBucketResponse.class);
        assertThat(tags().tagSet()).extracting(Tag::key).containsExactly("new");
    }

    private void delete() {
        desk.call(DeleteBucketRequest.builder().bucket("bbb").build(), DeleteBucketResponse.class);
    }

    private String ownership() {
        return desk.call(
                        GetBucketOwnershipControlsRequest.builder().bucket("bbb").build(),
                        GetBucketOwnershipControlsResponse.class)
                .ownershipControls()
                .rules()
                .getFirst()
                .objectOwnershipAsString();
    }

    private void own(String how) {
        desk.call(
                PutBucketOwnershipControlsRequest.builder()
                        .bucket("bbb")
                        .ownershipControls(c ->
                                c.rules(
                                        OwnershipControlsRule.builder()
                                                .objectOwnership(how)
                                                .build()))
                        .build(),
                PutBucketOwnershipControlsResponse.class);
    }

    /// aws-truth §4.2 [O]: switched off, each object falls back to its writer.
    @Test
    void ownershipFollowsTheControls() {
        assertThat(ownership()).isEqualTo("BucketOwnerEnforced");
        String id =
                desk.call(
                                Desk.STRANGER,
                                CreateMultipartUploadRequest.builder()
                                        .bucket("bbb")
                                        .key("k")
                                        .build(),
                                CreateMultipartUploadResponse.class)
                        .uploadId();
        Upload upload = desk.s3.existingUpload("bbb", "k", id);
        assertThat(upload.writer()).isEqualTo("444455556666");
        own("ObjectWriter");
        assertThat(ownership()).isEqualTo("ObjectWriter");
        assertThat(desk.s3.bucket("bbb").orElseThrow().ownerEnforced()).isFalse();
        assertThat(Desk.error(() -> own("Nobody")).code()).isEqualTo("MalformedXML");
        desk.call(
                DeleteBucketOwnershipControlsRequest.builder().bucket("bbb").build(),
                DeleteBucketOwnershipControlsResponse.class);
        assertThat(Desk.error(this::ownership).code()).isEqualTo("OwnershipControlsNotFoundError");
    }

    private void putAcl(String acl) {
        desk.call(
                PutBucketAclRequest.builder().bucket("bbb").acl(acl).build(),
                PutBucketAclResponse.class);
    }

    @Test
    void aclsCanBeReadAndNotBeSet() {
        GetBucketAclResponse acl =
                desk.call(
                        GetBucketAclRequest.builder().bucket("bbb").build(),
                        GetBucketAclResponse.class);
        assertThat(acl.owner().id()).isEqualTo(CanonicalUser.of(Desk.ACCOUNT));
        assertThat(acl.grants().getFirst().permission()).isEqualTo(Permission.FULL_CONTROL);
        assertThat(Desk.error(() -> putAcl("private")).code())
                .isEqualTo("AccessControlListNotSupported");
        own("ObjectWriter");
        putAcl("private");
        assertThat(Desk.error(() -> putAcl("public-read"))).hasMessage("Access Denied");
        block(flags -> flags.ignorePublicAcls(true));
        assertThat(Desk.error(() -> putAcl("public-read")).code()).isEqualTo("NotImplemented");
    }

    @Test
    void theDefaultEncryptionCannotBeUnset() {
        GetBucketEncryptionResponse encryption =
                desk.call(
                        GetBucketEncryptionRequest.builder().bucket("bbb").build(),
                        GetBucketEncryptionResponse.class);
        assertThat(
                        encryption
                                .serverSideEncryptionConfiguration()
                                .rules()
                                .getFirst()
                                .applyServerSideEncryptionByDefault()
                                .sseAlgorithmAsString())
                .isEqualTo("AES256");
    }

    @Test
    void whatWasNeverSetIsToldSo() {
        assertThat(
                        Desk.error(() ->
                                        desk.call(
                                                GetBucketCorsRequest.builder()
                                                        .bucket("bbb")
                                                        .build(),
                                                GetBucketCorsResponse.class))
                                .code())
                .isEqualTo("NoSuchCORSConfiguration");
        assertThat(
                        Desk.error(() ->
                                        desk.call(
                                                GetBucketLifecycleConfigurationRequest.builder()
                                                        .bucket("bbb")
                                                        .build(),
                                                GetBucketLifecycleConfigurationResponse.class))
                                .code())
                .isEqualTo("NoSuchLifecycleConfiguration");
    }
}

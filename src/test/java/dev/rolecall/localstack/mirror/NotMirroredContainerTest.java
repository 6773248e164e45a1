package dev.rolecall.localstack.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;

/// Each row of the table, in the container and through us. What LocalStack learns fails here.
@Tag("container")
class NotMirroredContainerTest {
    private static final String NEW_POLICY = "arn:aws:iam::aws:policy/AIDevOpsAgentFullAccess";

    @Test
    void keysOfTheRootUserAreOursAlone() {
        try (MirrorRoom room = MirrorRoom.attached()) {
            assertThatThrownBy(() -> room.direct().createAccessKey())
                    .isInstanceOf(NoSuchEntityException.class);
            room.call(CreateAccessKeyRequest.builder().build());
            assertThat(room.ours().keys()).hasSize(1);
            assertThat(room.drift()).isEmpty();
        }
    }

    @Test
    void aPolicyOfAwsThatLocalStackDoesNotHaveIsAttachedHereAlone() {
        try (MirrorRoom room = MirrorRoom.attached()) {
            room.call(CreateUserRequest.builder().userName("Test").build());
            assertThatThrownBy(() ->
                            room.direct()
                                    .attachUserPolicy(
                                            r -> r.userName("Test").policyArn(NEW_POLICY)))
                    .isInstanceOf(NoSuchEntityException.class);
            room.call(
                    AttachUserPolicyRequest.builder()
                            .userName("Test")
                            .policyArn(NEW_POLICY)
                            .build());
            assertThat(room.drift()).isEmpty();
            room.call(
                    DetachUserPolicyRequest.builder()
                            .userName("Test")
                            .policyArn(NEW_POLICY)
                            .build());
            assertThat(room.drift()).isEmpty();
        }
    }

    @Test
    void ofTagKeysThatDifferByCaseThePolicyHasTheNewestThere() {
        try (MirrorRoom room = MirrorRoom.attached()) {
            String arn = room.arn("policy/P");
            room.call(
                    CreatePolicyRequest.builder()
                            .policyName("P")
                            .policyDocument(MirrorRoom.ALLOW)
                            .build());
            for (String key : new String[] {"Env", "env"}) {
                room.call(
                        TagPolicyRequest.builder()
                                .policyArn(arn)
                                .tags(MirrorRoom.tag(key, "of " + key))
                                .build());
            }
            assertThat(room.ours().policy("P").orElseThrow().tags()).hasSize(2);
            assertThat(room.direct().listPolicyTags(r -> r.policyArn(arn)).tags())
                    .containsExactly(MirrorRoom.tag("env", "of env"));
            assertThat(room.drift()).isEmpty();
        }
    }

    @Test
    void bareOperandsAreSentInQuotes() {
        String document =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*",
                "Condition":{"Bool":{"aws:MultiFactorAuthPresent":true}}}]}\
                """;
        try (MirrorRoom room = MirrorRoom.attached()) {
            IamClient direct = room.direct();
            room.call(CreateUserRequest.builder().userName("Test").build());
            assertThatThrownBy(() ->
                            direct.putUserPolicy(r ->
                                    r.userName("Test").policyName("p").policyDocument(document)))
                    .hasMessageContaining("Syntax errors in policy");
            room.call(
                    PutUserPolicyRequest.builder()
                            .userName("Test")
                            .policyName("p")
                            .policyDocument(document)
                            .build());
            assertThat(
                            direct.getUserPolicy(r -> r.userName("Test").policyName("p"))
                                    .policyDocument())
                    .contains("%22true%22");
            assertThat(room.drift()).isEmpty();
        }
    }

    /// A policy of AWS's own that has one, as a learner would copy it.
    @Test
    void aDocumentThatLocalStackAloneRefusesIsMadeNowhereAndSaysSo() {
        try (MirrorRoom room = MirrorRoom.attached()) {
            String arn = "arn:aws:iam::aws:policy/CloudFrontFullAccess";
            String document = room.iam.managedPolicy(arn).orElseThrow().document().text();
            CreatePolicyRequest copy =
                    CreatePolicyRequest.builder()
                            .policyName("copy")
                            .policyDocument(document)
                            .build();
            assertThatThrownBy(() ->
                            room.direct()
                                    .createPolicy(
                                            r -> r.policyName("copy").policyDocument(document)))
                    .isInstanceOf(MalformedPolicyDocumentException.class);
            assertThat(room.refused(copy).message())
                    .startsWith("LocalStack refused CreatePolicy, so nothing was changed: ")
                    .endsWith(
                            ". LocalStack is stricter here than Rolecall: the embedded cloud takes"
                                    + " this document (--cloud embedded).");
            assertThat(room.ours().policies()).isEmpty();
            room.call(CreateUserRequest.builder().userName("Test").build());
            room.call(AttachUserPolicyRequest.builder().userName("Test").policyArn(arn).build());
            assertThat(room.direct().listAttachedUserPolicies(r -> r.userName("Test")))
                    .satisfies(there -> assertThat(there.attachedPolicies()).hasSize(1));
            assertThat(room.drift()).isEmpty();
        }
    }

    /// What is taken over beside it leaves it alone.
    @Test
    void whatOursHasAloneStaysWhenTheRestIsTakenOver() {
        try (MirrorRoom room = MirrorRoom.attached()) {
            room.call(CreateUserRequest.builder().userName("Test").build());
            room.call(
                    AttachUserPolicyRequest.builder()
                            .userName("Test")
                            .policyArn(NEW_POLICY)
                            .build());
            room.direct().tagUser(r -> r.userName("Test").tags(MirrorRoom.tag("a", "b")));
            assertThat(room.drift()).containsExactly("user Test: tag a is in the container only");
            room.mirrored.adopt(room.account);
            assertThat(room.ours().user("Test").orElseThrow().tags()).containsEntry("a", "b");
            assertThat(room.ours().user("Test").orElseThrow().policies().attached())
                    .containsExactly(NEW_POLICY);
            assertThat(room.drift()).isEmpty();
        }
    }
}

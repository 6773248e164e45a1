package dev.rolecall.localstack;

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
}

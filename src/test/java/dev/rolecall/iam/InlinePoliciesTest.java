package dev.rolecall.iam;

import static dev.rolecall.iam.ErrorAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;

class InlinePoliciesTest {
    private final Room room = new Room();

    @Test
    void aPolicyComesBackAsItWasWritten() {
        room.user("Test");
        String text = Room.ALLOW_S3.replace(",", ",\n  ");
        put("p", text);
        GetUserPolicyRequest get =
                GetUserPolicyRequest.builder().userName("Test").policyName("p").build();
        var got = room.call(get, GetUserPolicyResponse.class);
        assertThat(got.policyDocument()).isEqualTo(text);
        assertThat(got.userName()).isEqualTo("Test");
        assertThat(got.policyName()).isEqualTo("p");
    }

    @Test
    void puttingAgainReplaces() {
        room.group("devs");
        PutGroupPolicyRequest.Builder put =
                PutGroupPolicyRequest.builder().groupName("devs").policyName("p");
        room.call(put.policyDocument(Room.ALLOW_S3).build());
        String other = Room.ALLOW_S3.replace("s3:*", "s3:GetObject");
        room.call(put.policyDocument(other).build());
        GetGroupPolicyRequest get =
                GetGroupPolicyRequest.builder().groupName("devs").policyName("p").build();
        assertThat(room.call(get, GetGroupPolicyResponse.class).policyDocument()).isEqualTo(other);
    }

    @Test
    void namesAreListedInOrder() {
        room.user("Test");
        put("b", Room.ALLOW_S3);
        put("a", Room.ALLOW_S3);
        ListUserPoliciesRequest list = ListUserPoliciesRequest.builder().userName("Test").build();
        assertThat(room.call(list, ListUserPoliciesResponse.class).policyNames())
                .containsExactly("a", "b");
    }

    @Test
    void aPolicyThatIsNotThereIsMissing() {
        room.role("r");
        room.user("Test");
        // aws-recorded 19
        assertError(
                room.refused(GetRolePolicyRequest.builder().roleName("r").policyName("P").build()),
                404,
                "NoSuchEntity",
                "The role policy with name P cannot be found.");
        assertError(
                room.refused(
                        DeleteRolePolicyRequest.builder().roleName("r").policyName("P").build()),
                404,
                "NoSuchEntity",
                "The role policy with name P cannot be found.");
        assertError(
                room.refused(
                        GetUserPolicyRequest.builder().userName("Test").policyName("P").build()),
                404,
                "NoSuchEntity",
                "The user policy with name P cannot be found.");
    }

    @Test
    void allInlinePoliciesOfAUserTogetherHave2048CharactersThatAreNotWhiteSpace() {
        room.user("Test");
        put("a", sized(1024));
        put("b", sized(1024).replace(",", "   \n,"));
        assertError(
                room.refused(request("c", Room.ALLOW_S3)),
                409,
                "LimitExceeded",
                "Maximum policy size of 2048 bytes exceeded for user Test");
        assertError(
                room.refused(request("b", sized(1025))),
                409,
                "LimitExceeded",
                "Maximum policy size of 2048 bytes exceeded for user Test");
    }

    @Test
    void aDocumentThatAwsRefusesIsRefused() {
        room.user("Test");
        assertError(
                room.refused(request("p", "no policy")),
                400,
                "MalformedPolicyDocument",
                "Syntax errors in policy.");
    }

    private void put(String name, String document) {
        room.call(request(name, document));
    }

    private static PutUserPolicyRequest request(String name, String document) {
        return PutUserPolicyRequest.builder()
                .userName("Test")
                .policyName(name)
                .policyDocument(document)
                .build();
    }

    static String sized(int size) {
        String policy =
                """
                {"Version":"2012-10-17","Statement":[{"Sid":"@","Effect":"Allow","Action":"s3:*","Resource":"*"}]}\
                """;
        return policy.replace("@", "x".repeat(size - policy.length() + 1));
    }
}

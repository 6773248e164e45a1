package dev.rolecall.sts;

import static dev.rolecall.iam.ErrorAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.fault.AwsError;
import dev.rolecall.iam.AccessKeyIds;
import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Role;
import dev.rolecall.iam.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

@SuppressWarnings("deprecation") // AWS still sends PackedPolicySize beside its successor
class AssumeRoleActionTest {
    private final StsRoom it = new StsRoom();
    private final Caller test = it.room.caller(it.room.user("Test"));
    private final Role role = it.room.role("r");

    @Test
    void aSessionIsAnsweredAsAwsAnswersIt() {
        AssumeRoleResponse response =
                it.call(test, StsRoom.assume(role).build(), AssumeRoleResponse.class);
        // aws-recorded 7
        assertThat(response.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/r/s1");
        assertThat(response.assumedRoleUser().assumedRoleId()).isEqualTo(role.id() + ":s1");
        assertThat(response.packedPolicySize()).isNull();
        assertThat(response.sourceIdentity()).isNull();
        assertThat(response.credentials().accessKeyId()).matches("ASIA[A-Z2-7]{16}");
        assertThat(AccessKeyIds.account(response.credentials().accessKeyId()))
                .contains(Room.ACCOUNT);
        assertThat(response.credentials().secretAccessKey()).hasSize(40);
        assertThat(response.credentials().sessionToken()).isNotEmpty();
        assertThat(response.credentials().expiration()).isEqualTo("2026-11-24T11:00:00Z");
    }

    @Test
    void theBookKnowsTheSession() {
        Session session = it.session(test, StsRoom.assume(role).durationSeconds(900));
        assertThat(session.issuerId()).isEqualTo(role.id());
        assertThat(session.issuedTo()).isEqualTo("arn:aws:iam::111122223333:user/Test");
        assertThat(session.facts().issued()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(session.facts().expires()).isEqualTo("2026-11-24T10:15:00Z");
        assertThat(session.policies()).isEmpty();
        assertThat(session.caller().session()).contains(session.facts());
        assertThat(session.toString())
                .doesNotContain(session.secretAccessKey(), session.sessionToken());
    }

    @Test
    void thePathOfARoleIsNotInTheSessionsArn() {
        it.room.call(Room.role("deep", Room.trusting(Room.ACCOUNT)).path("/a/b/").build());
        Role deep = it.room.account().role("deep").orElseThrow();
        Session session = it.session(test, StsRoom.assume(deep));
        // V7
        assertThat(session.principal().arn())
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/deep/s1");
        assertThat(session.principal().principalArn())
                .isEqualTo("arn:aws:iam::111122223333:role/a/b/deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing-valid-in-here",
                "arn:a:a::aaaaaaaaaa:",
                "arn:a::::something/test-role",
                "arn::b:::something/test-role",
                "arn:a:::something/test-role"
            })
    void whatIsNoArnIsInvalid(String arn) {
        // aws-recorded 1 and 2
        assertError(
                it.refused(test, StsRoom.assume(role).roleArn(arn).build()),
                400,
                "ValidationError",
                arn + " is invalid");
    }

    @Test
    void aRoleThatIsNotThereIsDeniedLikeOneThatMayNotBeAssumed() {
        String none = "arn:aws:iam::111122223333:role/none";
        // T18
        assertError(
                it.refused(test, StsRoom.assume(role).roleArn(none).build()),
                403,
                "AccessDenied",
                "User: arn:aws:iam::111122223333:user/Test is not authorized to perform:"
                        + " sts:AssumeRole on resource: "
                        + none);
    }

    @Test
    void theRootUserAssumesNoRole() {
        // T17, V27
        assertError(
                it.refused(it.room.root, StsRoom.assume(role).build()),
                403,
                "AccessDenied",
                "Roles may not be assumed by root accounts.");
    }

    @Test
    void theRolesMaximumIsCheckedBeforeTheChains() {
        Caller session = it.session(test, StsRoom.assume(role)).caller();
        String roleText =
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
        // V4 and V6
        assertError(refusedFor(test, 3601), 400, "ValidationError", roleText);
        assertError(refusedFor(session, 3601), 400, "ValidationError", roleText);
        it.room.call(UpdateRoleRequest.builder().roleName("r").maxSessionDuration(43200).build());
        // V5
        assertError(
                refusedFor(session, 3601),
                400,
                "ValidationError",
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed"
                        + " by role chaining.");
        assertThat(it.session(session, StsRoom.assume(role).durationSeconds(3600))).isNotNull();
        Session long12 = it.session(test, StsRoom.assume(role).durationSeconds(43200));
        assertThat(Duration.between(long12.facts().issued(), long12.facts().expires()))
                .isEqualTo(Duration.ofHours(12));
    }

    private AwsError refusedFor(Caller caller, int seconds) {
        return it.refused(caller, StsRoom.assume(role).durationSeconds(seconds).build());
    }

    @Test
    void transitiveTagsFlowOnAndOthersDoNot() {
        Session first =
                it.session(
                        test,
                        StsRoom.assume(role)
                                .tags(tag("Team", "blue"), tag("Color", "red"))
                                .transitiveTagKeys("Team"));
        assertThat(first.facts().tags()).containsEntry("Color", "red").hasSize(2);
        Session second =
                it.session(first.caller(), StsRoom.assume(role).tags(tag("Shape", "round")));
        assertThat(second.facts().tags())
                .containsEntry("Team", "blue")
                .containsEntry("Shape", "round")
                .hasSize(2);
        assertThat(second.facts().transitiveTagKeys()).containsExactly("Team");
        Session third = it.session(second.caller(), StsRoom.assume(role));
        assertThat(third.facts().tags()).containsEntry("Team", "blue").hasSize(1);
    }

    @Test
    void tagsThatAwsRefusesAreRefused() {
        // V19, V20, V21; aws-recorded 4 to 6
        assertError(
                it.refused(test, StsRoom.assume(role).tags(tag("k", "1"), tag("K", "2")).build()),
                400,
                "InvalidParameterValue",
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        assertError(
                it.refused(test, StsRoom.assume(role).transitiveTagKeys("Team").build()),
                400,
                "InvalidParameterValue",
                "The specified transitive tag key must be included in the requested tags.");
        Caller chained =
                it.session(
                                test,
                                StsRoom.assume(role)
                                        .tags(tag("Team", "blue"))
                                        .transitiveTagKeys("Team"))
                        .caller();
        assertError(
                it.refused(chained, StsRoom.assume(role).tags(tag("TEAM", "red")).build()),
                400,
                "InvalidParameterValue",
                "One of the specified transitive tag keys can't be set because it conflicts with a"
                        + " transitive tag key from the calling session.");
    }

    @Test
    void aSourceIdentityIsSetOnceAndHandedOn() {
        Session first = it.session(test, StsRoom.assume(role).sourceIdentity("alice"));
        assertThat(first.facts().sourceIdentity()).contains("alice");
        AssumeRoleResponse inherited =
                it.call(first.caller(), StsRoom.assume(role).build(), AssumeRoleResponse.class);
        assertThat(inherited.sourceIdentity()).isEqualTo("alice");
        it.session(first.caller(), StsRoom.assume(role).sourceIdentity("alice"));
        // V22
        assertError(
                it.refused(first.caller(), StsRoom.assume(role).sourceIdentity("bob").build()),
                400,
                "ValidationError",
                "The source identity is already set for this assume role session");
    }

    @Test
    void sessionPoliciesAreKeptWithTheSessionAndFoundWhenTheyApply() {
        AssumeRoleRequest.Builder request =
                StsRoom.assume(role)
                        .policy(Room.ALLOW_S3)
                        .policyArns(
                                PolicyDescriptorType.builder().arn(Room.S3_FULL_ACCESS).build());
        AssumeRoleResponse response = it.call(test, request.build(), AssumeRoleResponse.class);
        assertThat(response.packedPolicySize()).isBetween(1, 100);
        Session session = it.sts.session(response.credentials().accessKeyId()).orElseThrow();
        assertThat(it.sts.sessionPolicies(session).orElseThrow())
                .extracting(policy -> policy.label())
                .containsExactly(
                        "inline session policy", "managed session policy AmazonS3FullAccess");
        assertThat(it.sts.sessionPolicies(it.session(test, StsRoom.assume(role)))).isEmpty();
    }

    @Test
    void aSessionPolicyThatIsNotGoodIsRefused() {
        assertThat(it.refused(test, StsRoom.assume(role).policy("{").build()).code())
                .isEqualTo("MalformedPolicyDocument");
        String padded = Room.ALLOW_S3 + " ".repeat(2048);
        assertThat(it.refused(test, StsRoom.assume(role).policy(padded).build()).message())
                .startsWith("1 validation error detected: Value '{")
                .endsWith(
                        "' at 'policy' failed to satisfy constraint: Member must have length less"
                                + " than or equal to 2048");
        PolicyDescriptorType foreign =
                PolicyDescriptorType.builder()
                        .arn("arn:aws:iam::" + Room.OTHER + ":policy/p")
                        .build();
        assertThat(it.refused(test, StsRoom.assume(role).policyArns(foreign).build()).status())
                .isEqualTo(400);
    }

    @Test
    void moreTagsThanFitAreTooMany() {
        Random random = new Random(5);
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String value =
                    random.ints(250, 'a', 'z')
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            tags.add(tag("key" + i, value));
        }
        assertThat(it.refused(test, StsRoom.assume(role).tags(tags).build()).message())
                .matches("Packed size of session tags consumes \\d+% of allotted space\\.");
    }

    @Test
    void aSecondFactorThatNobodyKnowsIsRefused() {
        assertThat(
                        it.refused(
                                        test,
                                        StsRoom.assume(role)
                                                .serialNumber("arn:aws:iam::111122223333:mfa/x")
                                                .tokenCode("123456")
                                                .build())
                                .code())
                .isEqualTo("AccessDenied");
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}

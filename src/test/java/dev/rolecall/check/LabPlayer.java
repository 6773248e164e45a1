package dev.rolecall.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.course.Course;
import dev.rolecall.course.Lab;
import dev.rolecall.iam.Caller;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/// Plays the lab `assume-role` on a little cloud, step by step, and asks the lab's own checks.
final class LabPlayer {
    static final String ROLE = "account-s3-full-access";
    static final String ROLE_ARN = "arn:aws:iam::111122223333:role/" + ROLE;
    static final String TEST_ARN = "arn:aws:iam::111122223333:user/Test";
    static final String ROOT = "{'AWS':'arn:aws:iam::111122223333:root'}";
    static final String OBJECT = "arn:aws:s3:::any-bucket/any/key";

    final LittleCloud cloud;
    private final Lab lab;
    private final Checks checks;

    /// The lab and its checks, compiled once.
    record Compiled(Lab lab, Checks checks) {
        static Compiled in(Path cache) {
            Lab lab = Course.open(Path.of("labs")).lab("assume-role").orUserError();
            return new Compiled(lab, Checks.open(lab.checks(), cache, "test"));
        }
    }

    LabPlayer(Compiled compiled, Path folder) {
        this.lab = compiled.lab();
        this.checks = compiled.checks();
        this.cloud = new LittleCloud(folder);
    }

    StepOutcome outcome(int step) {
        return checks.run(lab.steps().get(step - 1), cloud.world());
    }

    /// The criteria of a step that are not met.
    List<String> open(int step) {
        return outcome(step).open().stream().map(Criterion::id).toList();
    }

    Verdict.Failed failed(int step, String criterion) {
        return outcome(step).open().stream()
                .filter(open -> open.id().equals(criterion))
                .map(open -> (Verdict.Failed) open.verdict())
                .findFirst()
                .orElseThrow();
    }

    LabPlayer solved(int steps) {
        solutions().subList(0, steps).forEach(Runnable::run);
        cloud.nextStep();
        return this;
    }

    /// What does each step.
    List<Runnable> solutions() {
        return List.of(
                this::solve1,
                this::solve2,
                this::solve3,
                this::solve4,
                this::solve5,
                this::solve6,
                this::solve7);
    }

    void solve1() {
        user("Test");
        cloud.s3(cloud.user("Test"), "ListBuckets", "s3:ListAllMyBuckets", "*");
    }

    void solve2() {
        cloud.admin(
                CreateRoleRequest.builder()
                        .roleName(ROLE)
                        .assumeRolePolicyDocument(document(allow(ROOT, "")))
                        .build());
        attachToRole("AmazonS3FullAccess");
    }

    void solve3() {
        assertThat(askForTheRole(cloud.user("Test"), "first")).isEqualTo("AccessDenied");
    }

    void solve4() {
        trust(allow("{'AWS':'" + TEST_ARN + "'}", ""));
    }

    void solve5() {
        identity(assume(cloud.user("Test"), "example-role"));
    }

    void solve6() {
        Caller hat = assume(cloud.user("Test"), "another-name");
        list(hat);
        cloud.s3(hat, "CompleteMultipartUpload", "s3:PutObject", OBJECT);
        cloud.s3(hat, "GetObject", "s3:GetObject", OBJECT);
        cloud.s3(cloud.user("Test"), "GetObject", "s3:GetObject", OBJECT);
    }

    void solve7() {
        Caller hat = assume(cloud.user("Test"), "short");
        identity(hat);
        cloud.advance(Duration.ofMinutes(61));
        list(hat);
        identity(assume(cloud.user("Test"), "short"));
    }

    void user(String name) {
        cloud.admin(CreateUserRequest.builder().userName(name).build());
        cloud.admin(CreateAccessKeyRequest.builder().userName(name).build());
    }

    void attachToRole(String awsPolicy) {
        cloud.admin(
                AttachRolePolicyRequest.builder()
                        .roleName(ROLE)
                        .policyArn("arn:aws:iam::aws:policy/" + awsPolicy)
                        .build());
    }

    void attachToTest(String awsPolicy) {
        cloud.admin(
                AttachUserPolicyRequest.builder()
                        .userName("Test")
                        .policyArn("arn:aws:iam::aws:policy/" + awsPolicy)
                        .build());
    }

    void giveRole(String... statements) {
        cloud.admin(
                PutRolePolicyRequest.builder()
                        .roleName(ROLE)
                        .policyName("inline")
                        .policyDocument(document(statements))
                        .build());
    }

    void giveTest(String... statements) {
        cloud.admin(
                PutUserPolicyRequest.builder()
                        .userName("Test")
                        .policyName("inline")
                        .policyDocument(document(statements))
                        .build());
    }

    void trust(String... statements) {
        update(document(statements));
    }

    /// Replaces the trust policy of the role.
    void update(String document) {
        cloud.admin(
                UpdateAssumeRolePolicyRequest.builder()
                        .roleName(ROLE)
                        .policyDocument(document)
                        .build());
    }

    Caller assume(Caller caller, String name) {
        return assume(caller, name, 3600);
    }

    Caller assume(Caller caller, String name, int seconds) {
        AssumeRoleRequest request =
                AssumeRoleRequest.builder()
                        .roleArn(ROLE_ARN)
                        .roleSessionName(name)
                        .durationSeconds(seconds)
                        .build();
        AssumeRoleResponse answer =
                (AssumeRoleResponse) cloud.sts(caller, request, "sts:AssumeRole", ROLE_ARN);
        return cloud.session(answer.credentials().accessKeyId());
    }

    private Object askForTheRole(Caller caller, String name) {
        return cloud.sts(
                caller,
                AssumeRoleRequest.builder().roleArn(ROLE_ARN).roleSessionName(name).build(),
                "sts:AssumeRole",
                ROLE_ARN);
    }

    void list(Caller caller) {
        cloud.s3(caller, "ListBuckets", "s3:ListAllMyBuckets", "*");
    }

    void identity(Caller caller) {
        cloud.sts(caller, GetCallerIdentityRequest.builder().build(), "sts:GetCallerIdentity", "*");
    }

    /// A statement of a trust policy.
    static String allow(String principal, String condition) {
        return "{'Effect':'Allow','Principal':%s,'Action':'sts:AssumeRole'%s}"
                .formatted(principal, condition.isBlank() ? "" : ",'Condition':" + condition);
    }

    /// A document of statements in which `'` stands for `"` (and `´` for `'`).
    static String document(String... statements) {
        return "{'Version':'2012-10-17','Statement':[%s]}"
                .formatted(String.join(",", statements))
                .replace('\'', '"')
                .replace('´', '\'');
    }
}

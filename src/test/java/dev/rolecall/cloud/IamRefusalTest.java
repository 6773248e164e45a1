package dev.rolecall.cloud;

import static dev.rolecall.cloud.TestCloud.answer;
import static dev.rolecall.cloud.Texts.ROOT;
import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.policy;
import static dev.rolecall.cloud.Texts.statement;
import static dev.rolecall.cloud.Texts.trust;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How refusals of IAM name the resource (aws-truth 3.2).
class IamRefusalTest extends IamFixture {
    /// [F] The forms that live logs show.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "CreateUser&UserName=N | arn:aws:iam::111122223333:user/N",
                "CreateUser&UserName=N&Path=/a/ | arn:aws:iam::111122223333:user/a/N",
                "CreateRole&RoleName=N&AssumeRolePolicyDocument={} | arn:aws:iam::111122223333:role/N",
                "CreateGroup&GroupName=N | arn:aws:iam::111122223333:group/N",
                "CreateInstanceProfile&InstanceProfileName=N | arn:aws:iam::111122223333:instance-profile/N",
                "ListUsers | arn:aws:iam::111122223333:user/",
                "ListRoles | arn:aws:iam::111122223333:role/",
                "ListGroups | arn:aws:iam::111122223333:group/",
                "ListInstanceProfiles | arn:aws:iam::111122223333:instance-profile/",
                "ListPolicies | policy path /",
                "GetAccountSummary | *",
                "GetAccountAuthorizationDetails | *",
                "GetUser&UserName=moved | user moved",
                "ListAttachedUserPolicies&UserName=N | user N",
                "ListUserPolicies&UserName=N | user N",
                "ListAccessKeys&UserName=N | user N",
                "CreateAccessKey&UserName=N | user N",
                "ListAccessKeys | user nullU",
                "CreateAccessKey | user nullU",
                "GetUser | user U",
                "GetRole&RoleName=N | role N",
                "AttachRolePolicy&RoleName=N&PolicyArn=arn:aws:iam::aws:policy/ReadOnlyAccess | role N",
                "PutRolePolicy&RoleName=N&PolicyName=P&PolicyDocument={} | role N",
                "UpdateAssumeRolePolicy&RoleName=N&PolicyDocument={} | role N",
                "ListInstanceProfilesForRole&RoleName=N | role N",
                "GetGroup&GroupName=N | group N",
                "AddUserToGroup&GroupName=N&UserName=U | group N",
                "CreatePolicy&PolicyName=N&PolicyDocument={} | policy N",
                "GetPolicy&PolicyArn=arn:aws:iam::111122223333:policy/N | policy arn:aws:iam::111122223333:policy/N",
                "ListPolicyVersions&PolicyArn=arn:aws:iam::111122223333:policy/N | policy arn:aws:iam::111122223333:policy/N",
                "GetInstanceProfile&InstanceProfileName=N | instance profile N",
                "GetAccessKeyLastUsed&AccessKeyId=AKIAIOSFODNN7EXAMPLE | access key AKIAIOSFODNN7EXAMPLE",
            })
    void aRefusalNamesTheResourceAsAwsDoes(String form, String printed) {
        admin.createUser(b -> b.userName("moved").path("/team/"));
        String action = form.split("&", 2)[0];
        RawAnswer answer = user.raw("iam").form("Version=2010-05-08&Action=" + form).send();
        assertThat(answer.message())
                .isEqualTo(
                        "User: arn:aws:iam::111122223333:user/U is not authorized to perform: iam:"
                                + action
                                + " on resource: "
                                + printed
                                + " because no identity-based policy allows the iam:"
                                + action
                                + " action");
        assertThat(answer.summary()).isEqualTo("403 AccessDenied");
    }

    @Test
    void aSessionThatAsksForItsUserIsNamedByItsSessionsName() {
        String role = cloud.role("R", trust(ROOT));
        TestCloud.Clients session = cloud.assume(cloud.admin(), role);
        assertThat(answer(() -> session.iam().getUser())).contains("on resource: user ss because");
    }

    @Test
    void whoMayAllIsNotRefusedForANameThatIsMissing() {
        cloud.allow("U", allow("iam:*", "*"));
        assertThat(answer(() -> iam.getUser(b -> b.userName("nobody")))).startsWith("404");
    }

    @Test
    void anExplicitDenyByAManagedPolicyNamesIt() {
        String arn =
                admin.createPolicy(b ->
                                b.policyName("Stop")
                                        .policyDocument(policy(statement("Deny", "iam:*", "*"))))
                        .policy()
                        .arn();
        admin.attachUserPolicy(b -> b.userName("U").policyArn(arn));
        cloud.allow("U", allow("*", "*"));
        assertThat(answer(() -> iam.listUsers()))
                .endsWith("with an explicit deny in an identity-based policy: " + arn);
    }
}

package dev.rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The texts of aws-truth §3.4 for trust policies, and principals as unique ids (§1.6).
class TrustRulesTest {
    private static final String TEST = "arn:aws:iam::111122223333:user/Test";
    private static final String GITHUB =
            "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
    private static final PrincipalNames NAMES = Ask.names(Map.of(TEST, "AIDATEST"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no json | This policy contains invalid Json",
                "[] | This policy contains invalid Json",
                "{'Statement':{},'Statement':{}} | This policy contains invalid Json",
                "{'Version':'2012-10-17'} | Missing required field Statement",
                "{'Version':'2012-10-17','Statement':[]} | Could not parse the policy: Statement is empty!",
                "{'Version':'2013-10-17','Statement':[]} | The policy must contain a valid version string",
            })
    void theDocument(String text, String message) {
        assertThat(message(text)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Principal':{'AWS':'*'},'Action':'sts:AssumeRole' | Missing required field Effect",
                "'Effect':'denY','Principal':{'AWS':'*'},'Action':'sts:AssumeRole' | Invalid effect: denY",
                "'Effect':'Allow','Action':'sts:AssumeRole' | Missing required field Principal",
                "'Effect':'Allow','Principal':{},'Action':'sts:AssumeRole' | Missing required field Principal cannot be empty!",
                "'Effect':'Allow','Principal':'*','Action':'sts:AssumeRole' | AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\".",
                "'Effect':'Allow','Principal':{'AWS':'*'} | Missing required field Action",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'s3:GetObject' | AssumeRole policy may only specify STS AssumeRole actions.",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'*' | AssumeRole policy may only specify STS AssumeRole actions.",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:*' | AssumeRole policy may only specify STS AssumeRole actions.",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:GetCallerIdentity' | AssumeRole policy may only specify STS AssumeRole actions.",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole','Resource':'*' | Has prohibited field Resource",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole','NotResource':'*' | AssumeRole policy must not contain resources.",
                "'Effect':'Allow','NotPrincipal':{'AWS':'*'},'Action':'sts:AssumeRole' | Allow with NotPrincipal is not allowed.",
                "'Effect':'Deny','NotPrincipal':{'AWS':'*'},'Action':'sts:AssumeRole' | AssumeRole policy must not contain NotPrincipal field.",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole','NotAction':'sts:TagSession' | Syntax error in policy.",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole','Condition':{'Odd':{'a':'b'}} | Syntax error in policy.",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole','Foo':'b' | Syntax error in policy.",
                "'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:user/Nobody'},'Action':'sts:AssumeRole' | Invalid principal in policy: \"AWS\":\"arn:aws:iam::111122223333:user/Nobody\"",
                "'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:user/*'},'Action':'sts:AssumeRole' | Invalid principal in policy: \"AWS\":\"arn:aws:iam::111122223333:user/*\"",
                "'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:group/g'},'Action':'sts:AssumeRole' | Invalid principal in policy: \"AWS\":\"arn:aws:iam::111122223333:group/g\"",
                "'Effect':'Allow','Principal':{'AWS':'999999999999'},'Action':'sts:AssumeRole' | Invalid principal in policy: \"AWS\":\"999999999999\"",
                "'Effect':'Allow','Principal':{'AWS':'arn:aws:sts::111122223333:assumed-role/R/*'},'Action':'sts:AssumeRole' | Invalid principal in policy: \"AWS\":\"arn:aws:sts::111122223333:assumed-role/R/*\"",
                "'Effect':'Allow','Principal':{'AWS':'AIDAGONE'},'Action':'sts:AssumeRole' | Invalid principal in policy: \"AWS\":\"AIDAGONE\"",
                "'Effect':'Allow','Principal':{'Service':'ec2'},'Action':'sts:AssumeRole' | Invalid principal in policy: \"SERVICE\":\"ec2\"",
                "'Effect':'Allow','Principal':{'Key':'ec2'},'Action':'sts:AssumeRole' | Invalid principal in policy: \"KEY\"",
                "'Effect':'Allow','Principal':{'Federated':'no provider'},'Action':'sts:AssumeRoleWithSAML' | Federated principals must be valid domain names or SAML metadata ARNs",
                "'Effect':'Allow','Principal':{'Federated':'cognito-identity.amazonaws.com'},'Action':'sts:AssumeRoleWithWebIdentity' | A condition block must be present for the Cognito provider",
            })
    void everyFlawHasIamsText(String statement, String message) {
        assertThat(message(document(statement))).isEqualTo(message);
    }

    @Test
    void sidsAreUnique() {
        String one =
                "{'Sid':'a','Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole'}";

        assertThat(message("{'Statement':[" + one + "," + one + "]}"))
                .isEqualTo("The Statement Ids in the policy are not unique");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Condition':{'StringEquals':{'token.actions.githubusercontent.com:aud':'sts.amazonaws.com'}},",
                "'Condition':{'StringLike':{'token.actions.githubusercontent.com:sub':'*'}},",
                "'Condition':{'StringLikeIfExists':{'token.actions.githubusercontent.com:sub':'repo:o/r:*'}},",
                "'Condition':{'StringNotEquals':{'token.actions.githubusercontent.com:sub':'repo:o/r:*'}},",
                "",
            })
    void aProviderOfManyTenantsMustBeNarrowed(String condition) {
        assertThat(message(document(condition + web())))
                .isEqualTo(
                        "Trust policy with trusted principal "
                                + GITHUB
                                + " must evaluate, using StringEquals, StringLike or"
                                + " StringEqualsIgnoreCase,"
                                + " token.actions.githubusercontent.com:sub or"
                                + " token.actions.githubusercontent.com:job_workflow_ref which is"
                                + " not scoped to all.");
    }

    @Test
    void aNarrowedProviderIsAccepted() {
        String sub =
                "'Condition':{'StringLike':{'token.actions.githubusercontent.com:sub':'repo:o/r:*'}},";

        assertThat(message(document(sub + web()))).isEmpty();
        assertThat(message(document(web().replace("'Allow'", "'Deny'")))).isEmpty();
    }

    private static String web() {
        return "'Effect':'Allow','Principal':{'Federated':'"
                + GITHUB
                + "'},'Action':'sts:AssumeRoleWithWebIdentity'";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole'",
                "'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':['sts:AssumeRole','sts:TagSession']",
                "'Effect':'Allow','Principal':{'AWS':['arn:aws:iam::444455556666:root','arn:aws:sts::111122223333:assumed-role/R/s']},'Action':'sts:AssumeRole'",
                "'Effect':'Allow','Principal':{'Service':['ec2.amazonaws.com','ecs-tasks.amazonaws.com']},'Action':'sts:AssumeRole'",
                "'Effect':'Allow','Principal':{'AWS':'AIDATEST'},'Action':'sts:AssumeRole','Condition':{'StringEquals':{'sts:ExternalId':'42'}}",
                "'Sid':'','Effect':'Deny','Principal':{'AWS':'*'},'Action':'sts:AssumeRole'",
            })
    void whatAwsAcceptsIsAccepted(String statement) {
        assertThat(message(document(statement))).isEmpty();
        assertThat(message("{'Statement':{" + statement + "}}")).isEmpty();
    }

    @Test
    void aNamedUserIsStoredAsItsIdAndReadAsItsArn() {
        String text =
                Ask.json(
                        """
                        {
                          'Version': '2012-10-17',
                          'Statement': {
                            'Effect': 'Allow',
                            'Principal': { 'AWS': ['111122223333', '%s'] },
                            'Action': 'sts:AssumeRole',
                            'Condition': { 'ArnEquals': { 'aws:PrincipalArn': '%s' } }
                          }
                        }
                        """
                                .formatted(TEST, TEST));

        PolicyDocument stored = ((DocumentCheck.Valid) DocumentRules.trust(text, NAMES)).document();

        assertThat(stored.text())
                .isEqualTo(text.replace("\"" + TEST + "\"] }", "\"AIDATEST\"] }"))
                .contains("\"aws:PrincipalArn\": \"" + TEST + "\"");
        assertThat(stored.readable(NAMES)).isEqualTo(text);
    }

    @Test
    void v16WhoIsGoneIsReadAsItsId() {
        PolicyDocument stored =
                ((DocumentCheck.Valid)
                                DocumentRules.trust(
                                        Ask.json(
                                                document(
                                                        "'Effect':'Allow','Principal':{'AWS':'"
                                                                + TEST
                                                                + "'},'Action':'sts:AssumeRole'")),
                                        NAMES))
                        .document();
        PrincipalNames anew = Ask.names(Map.of(TEST, "AIDANEW"));

        assertThat(stored.readable(anew)).contains("\"AWS\":\"AIDATEST\"").doesNotContain(TEST);
    }

    private static String document(String statement) {
        return "{'Version':'2012-10-17','Statement':[{" + statement + "}]}";
    }

    private static String message(String text) {
        return switch (DocumentRules.trust(Ask.json(text), NAMES)) {
            case DocumentCheck.Valid _ -> "";
            case DocumentCheck.Invalid invalid -> invalid.message();
        };
    }
}

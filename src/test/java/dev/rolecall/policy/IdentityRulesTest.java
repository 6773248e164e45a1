package dev.rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The texts of aws-recorded 28 and 29, and their order in aws-truth §3.4. Single quotes stand for
/// double ones.
class IdentityRulesTest {
    private static final String SYNTAX = "Syntax errors in policy.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "",
                "[]",
                "{}",
                "{'Version':'2012-10-17'}",
                "{'Version':'2012-10-17','Statement':[]}",
                "{'Version':'2012-10-17','Statement':['x']}",
                "{'Version':'2013-10-17','Statement':[{'Effect':'Allow','Action':'a:b','Resource':'*'}]}",
                "{'Version':'2012-10-17','Extra':1,'Statement':[{'Effect':'Allow','Action':'a:b','Resource':'*'}]}",
                "{'Version':'2012-10-17','Version':'2012-10-17','Statement':[{'Effect':'Allow','Action':'a:b','Resource':'*'}]}",
                "{'Version':'2012-10-17','Id':1,'Statement':[{'Effect':'Allow','Action':'a:b','Resource':'*'}]}",
                "{'Version':'2012-10-17','Statement':{'Action':'s3:*','Resource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'invalid','Action':'s3:*','Resource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'s3:*','Resource':'*','Foo':1}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'s3:*','NotAction':'s3:*','Resource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'s3:*','Resource':'*','NotResource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':[]}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'a':1}}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'a':{'b':'c'}}}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'NullIfExists':{'b':'true'}}}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'StringEquals':{'b':{}}}}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':[1],'Resource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':{},'Resource':'*'}}",
                "{'Version':'2012-10-17','Statement':{'Sid':1,'Effect':'Allow','Action':'a:b','Resource':'*'}}",
            })
    void whatIsNotTheGrammarHasOneMessage(String text) {
        assertThat(message(text)).isEqualTo(SYNTAX);
    }

    @Test
    void theVersionMustBeThePresentOne() {
        String statement = "'Statement':{'Effect':'Allow','Action':'s3:*','Resource':'*'}}";
        String message = "Policy document must be version 2012-10-17 or greater.";

        assertThat(message("{" + statement)).isEqualTo(message);
        assertThat(message("{'Version':'2008-10-17'," + statement)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Effect':'denY','Action':'s3:*','Resource':'*' | The policy failed legacy parsing",
                "'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3::bucket' | The policy failed legacy parsing",
                "'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'DateGreaterThan':{'a':'sunday'}} | The policy failed legacy parsing",
                "'Effect':'Allow','Resource':'*' | Policy statement must contain actions.",
                "'Effect':'Allow','Action':[],'Resource':'*' | Policy statement must contain actions.",
                "'Effect':'Allow','Action':'s3:*' | Policy statement must contain resources.",
                "'Effect':'Allow','Action':'s3:*','Resource':[] | Policy statement must contain resources.",
                "'Effect':'Allow','Action':'invalid','Resource':'*' | Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
                "'Effect':'Allow','Action':'a a:X','Resource':'*' | Vendor a a is not valid",
                "'Effect':'Allow','NotAction':'a a:X','Resource':'*' | Vendor a a is not valid",
                "'Effect':'Allow','Action':'s3:List:Bucket','Resource':'*' | Actions/Condition can contain only one colon.",
                "'Effect':'Allow','Action':'s3:*','Resource':'adf' | Resource adf must be in ARN format or \"*\".",
                "'Effect':'Allow','Action':'s3:*','NotResource':'adf' | Resource adf must be in ARN format or \"*\".",
                "'Effect':'Allow','Action':'s3:*','Resource':'arn:error:s3:::b' | Partition \"error\" is not valid for resource \"arn:error:s3:::b\".",
                "'Effect':'Allow','Action':'s3:*','Resource':'arn:error' | Partition \"error\" is not valid for resource \"arn:error:*:*:*:*\".",
                "'Effect':'Allow','Action':'s3:*','Resource':'arn:aws' | Resource vendor must be fully qualified and cannot contain regexes.",
                "'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s*:::b' | Resource vendor must be fully qualified and cannot contain regexes.",
                "'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:us-east-1::b' | Resource arn:aws:s3:us-east-1::b can not contain region information.",
                "'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:iam:us-east-1::b' | IAM resource arn:aws:iam:us-east-1::b cannot contain region information.",
                "'Effect':'Allow','Action':'s3:*','Resource':'*','Principal':'*' | Policy document should not specify a principal.",
                "'Effect':'Allow','Action':'s3:*','Resource':'*','NotPrincipal':{'AWS':'*'} | Policy document should not specify a principal.",
            })
    void everyFlawHasIamsText(String statement, String message) {
        assertThat(message(document(statement))).isEqualTo(message);
    }

    @Test
    void anIamResourceHasAPathThatThereIs() {
        String message =
                message(
                        document(
                                "'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:iam:::x/y'"));

        assertThat(message)
                .startsWith(
                        "IAM resource path must either be \"*\" or start with user/, federated-user/, role/, ");
    }

    @Test
    void sidsAreUniqueAndPlain() {
        String one = "{'Sid':'a','Effect':'Allow','Action':'s3:*','Resource':'*'}";

        assertThat(message("{'Version':'2012-10-17','Statement':[" + one + "," + one + "]}"))
                .isEqualTo("Statement IDs (SID) in a single policy must be unique.");
        assertThat(message(document("'Sid':'a b','Effect':'Allow','Action':'s3:*','Resource':'*'")))
                .startsWith("Statement IDs (SID) must be alpha-numeric.");
        String empty = one.replace("'a'", "''");
        assertThat(message("{'Version':'2012-10-17','Statement':[" + empty + "," + empty + "]}"))
                .isEmpty();
    }

    @Test
    void theFirstStageThatFailsIsTold() {
        assertThat(message(document("'Effect':'denY','Resource':'adf'")))
                .isEqualTo("The policy failed legacy parsing");
        assertThat(message(document("'Effect':'Deny','Resource':'adf'")))
                .isEqualTo("Policy statement must contain actions.");
        assertThat(message(document("'Effect':'Deny','Action':'x','Resource':'adf'")))
                .startsWith("Resource adf");
        assertThat(message(document("'Effect':'Deny','Action':'x'"))).startsWith("Actions/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{}",
                "'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'a':{}}",
                "'Effect':'Allow','Action':'iam: asdf safdsf af ','Resource':'*'",
                "'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:invalid-service:::x'",
                "'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'DateGreaterThan':{'a':'01T'}}",
                "'Effect':'Allow','Action':'*','Resource':['*','arn:aws:s3:::a/*','arn:aws:iam::*:role/x']",
                "'Effect':'Deny','NotAction':['iam:*'],'NotResource':'arn:aws:s3:::b'",
                "'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':true},'NumericLessThan':{'s3:max-keys':10}}",
                "'Effect':'Allow','Action':'s3:*','Resource':'*','Condition':{'ForAllValues:StringLikeIfExists':{'aws:TagKeys':['a','b*']}}",
                "'Effect':'Allow','Action':'s3:*','Resource':'arn:*:s3:::b'",
                "'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::${aws:username}/*'",
                "'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:*:*:accesspoint/*'",
                "'Sid':'One','Effect':'Allow','Action':'s3:*','Resource':'*'",
            })
    void whatAwsAcceptsIsAccepted(String statement) {
        assertThat(message(document(statement))).isEmpty();
    }

    @Test
    void theTextIsKeptAsItWasWritten() {
        String text =
                Ask.json(
                        "{ 'Version': '2012-10-17', 'Id': 'x',\n 'Statement': {'Effect':'Allow','Action':'s3:*','Resource':'*'} }");

        assertThat(DocumentRules.identity(text))
                .isEqualTo(new DocumentCheck.Valid(PolicyDocument.parse(text)));
    }

    private static String document(String statement) {
        return "{'Version':'2012-10-17','Statement':[{" + statement + "}]}";
    }

    private static String message(String text) {
        return switch (DocumentRules.identity(Ask.json(text))) {
            case DocumentCheck.Valid _ -> "";
            case DocumentCheck.Invalid invalid -> invalid.message();
        };
    }
}

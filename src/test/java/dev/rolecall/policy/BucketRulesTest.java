package dev.rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The MalformedPolicy texts of aws-truth §3.5 and the conditions of §4.1.
class BucketRulesTest {
    private static final String ARN = "arn:aws:s3:::photos";
    private static final String TEST = "arn:aws:iam::111122223333:user/Test";
    private static final PrincipalNames NAMES = Ask.names(Map.of(TEST, "AIDATEST"));
    private static final String DOES_NOT_FIT =
            "Conditions do not apply to combination of actions and resources in statement";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | Policies must be valid JSON and the first byte must be '{'",
                "random text | Policies must be valid JSON and the first byte must be '{'",
                "[] | Policies must be valid JSON and the first byte must be '{'",
                "{ | This policy contains invalid Json",
                "{} | Missing required field Statement",
                "{'Statement':[]} | Could not parse the policy: Statement is empty!",
                "{'Version':'2020-01-01','Statement':[]} | The policy must contain a valid version string",
            })
    void theDocument(String text, String message) {
        assertThat(check(text).message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            value = {
                "'Effect':'allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::photos/*' | Invalid effect: allow | none",
                "'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::photos/*' | Missing required field Principal | none",
                "'Effect':'Allow','Principal':'*','Resource':'arn:aws:s3:::photos/*' | Missing required field Action | none",
                "'Effect':'Allow','Principal':'*','Action':'s3:GetObject' | Missing required field Resource | none",
                "'Effect':'Allow','Principal':'*','Action':null,'Resource':'arn:aws:s3:::photos/*' | Invalid policy syntax. | none",
                "'Effect':'Allow','Principal':'arn:aws:iam::111122223333:root','Action':'s3:GetObject','Resource':'arn:aws:s3:::photos/*' | Invalid policy syntax. | none",
                "'Effect':'Allow','Principal':{'AWS':'999999999999'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::photos/*' | Invalid principal in policy | \"AWS\" : \"999999999999\"",
                "'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111122223333:user/Nobody'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::photos/*' | Invalid principal in policy | \"AWS\" : \"arn:aws:iam::111122223333:user/Nobody\"",
                "'Effect':'Allow','NotPrincipal':{'AWS':'111122223333'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::photos/*' | Allow with NotPrincipal is not allowed. | none",
                "'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::other/*' | Policy has invalid resource | arn:aws:s3:::other/*",
                "'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::*' | Policy has invalid resource | arn:aws:s3:::*",
                "'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*' | Policy has invalid resource | *",
                "'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::photos2/*' | Policy has invalid resource | arn:aws:s3:::photos2/*",
                "'Effect':'Allow','Principal':'*','Action':'s3:HeadObject','Resource':'arn:aws:s3:::photos/*' | Policy has invalid action | s3:HeadObject",
                "'Effect':'Allow','Principal':'*','Action':'s3:CreateBucket','Resource':'arn:aws:s3:::photos' | Policy has invalid action | s3:CreateBucket",
                "'Effect':'Allow','Principal':'*','Action':'ec2:RunInstances','Resource':'arn:aws:s3:::photos' | Policy has invalid action | ec2:RunInstances",
                "'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::photos' | Action does not apply to any resource(s) in statement | Action \"s3:GetObject\" in Statement \"NO_ID-0\"",
                "'Sid':'Mine','Effect':'Allow','Principal':'*','Action':'s3:ListBucket','Resource':'arn:aws:s3:::photos/*' | Action does not apply to any resource(s) in statement | Action \"s3:ListBucket\" in Statement \"Mine\"",
                "'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::photos/*','Condition':{'Odd':{'a':'b'}} | Invalid Condition type : Odd | none",
                "'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::photos/*','Condition':{'StringEquals':{'s3:odd':'b'}} | Policy has an invalid condition key | none",
                "'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::photos/*','Condition':{'StringEquals':{'odd:key':'b'}} | Policy has an invalid condition key | none",
                "'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::photos/*','Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.*'}} | Invalid IP address in Conditions | none",
                "'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::photos/*','Condition':{'BinaryEquals':{'aws:x':'~'}} | Invalid Base64 value for binary condition | none",
            })
    void everyFlawHasS3sText(String statement, String message, String detail) {
        DocumentCheck.Invalid check = check(document(statement));

        assertThat(check.message()).isEqualTo(message);
        assertThat(check.detail().orElse("none")).isEqualTo(detail == null ? "none" : detail);
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "GetObject, s3:ExistingObjectTag/k, true",
        "GetObjectAttributes, s3:ExistingObjectTag/k, true",
        "PutObjectAcl, s3:ExistingObjectTag/k, true",
        "PutObject, s3:ExistingObjectTag/k, false",
        "DeleteObject, s3:ExistingObjectTag/k, false",
        "DeleteObjectVersion, s3:ExistingObjectTag/k, false",
        "GetObjectRetention, s3:ExistingObjectTag/k, false",
        "PutObjectLegalHold, s3:ExistingObjectTag/k, false",
        "BypassGovernanceRetention, s3:ExistingObjectTag/k, false",
        "PutObject, s3:RequestObjectTag/k, true",
        "PutObjectTagging, s3:RequestObjectTagKeys, true",
        "PutObjectAcl, s3:RequestObjectTag/k, false",
        "PutObjectRetention, s3:RequestObjectTag/k, false",
        "PutObject, s3:x-amz-acl, true",
        "PutObject, s3:x-amz-server-side-encryption, true",
        "GetObject, s3:x-amz-acl, false",
        "GetObjectVersion, s3:x-amz-copy-source, false",
        "GetObject, s3:x-amz-grant-write, true",
        "GetObject, s3:x-amz-grant-read, false",
        "GetObject, s3:BucketTag/k, true",
        "GetObject, aws:ResourceTag/k, true",
        "GetObject, s3:prefix, false",
        "GetObject, s3:authType, true",
    })
    void everyNamedActionMustKnowTheKey(String action, String key, boolean fits) {
        String statement =
                "'Effect':'Allow','Principal':'*','Action':['s3:"
                        + action
                        + "'],'Resource':'arn:aws:s3:::photos/*','Condition':{'StringEquals':{'"
                        + key
                        + "':'v'}}";

        assertThat(messageOf(document(statement))).isEqualTo(fits ? "" : DOES_NOT_FIT);
    }

    @Test
    void oneActionThatDoesNotKnowTheKeySpoilsTheStatement() {
        String both =
                "'Effect':'Allow','Principal':'*','Action':['s3:PutObject','s3:GetObject'],"
                        + "'Resource':'arn:aws:s3:::photos/*',"
                        + "'Condition':{'StringEquals':{'s3:x-amz-acl':'private'}}";

        assertThat(messageOf(document(both))).isEqualTo(DOES_NOT_FIT);
        assertThat(messageOf(document(both.replace(",'s3:GetObject'", "")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::photos/*'",
                "'Effect':'Allow','Principal':{'AWS':'*'},'Action':'s3:*','Resource':['arn:aws:s3:::photos','arn:aws:s3:::photos/*']",
                "'Effect':'Deny','NotPrincipal':{'AWS':['111122223333','arn:aws:iam::111122223333:user/Test']},'Action':'s3:*','Resource':'arn:aws:s3:::photos'",
                "'Effect':'Allow','Principal':{'Service':'logging.s3.amazonaws.com'},'Action':'s3:PutObject','Resource':'arn:aws:s3:::photos/logs/*'",
                "'Effect':'Allow','Principal':'*','Action':'s3:ListBucket','Resource':'arn:aws:s3:::photos','Condition':{'StringLike':{'s3:prefix':'${aws:username}/*'}}",
                "'Effect':'Allow','Principal':'*','Action':'s3:ListBucket','Resource':'arn:aws:s3:::photos','Condition':{'NumericEquals':{'s3:max-keys':'x'}}",
                "'Effect':'Allow','Principal':'*','Action':'s3:ListBucket','Resource':'arn:aws:s3:::photos','Condition':{'DateLessThan':{'aws:CurrentTime':'soon'}}",
            })
    void whatS3StoresIsStored(String statement) {
        assertThat(messageOf(document(statement))).isEmpty();
    }

    @Test
    void theTextIsLaidOutAsS3DoesAndNamesIds() {
        String text =
                """
                {
                  'Statement': {
                    'Resource': ['arn:aws:s3:::photos/*'],
                    'Action': ['s3:GetObject'],
                    'Principal': {'AWS': ['%s']},
                    'Effect': 'Allow',
                    'Sid': 'x'
                  },
                  'Version': '2012-10-17'
                }
                """
                        .formatted(TEST);

        DocumentCheck check = DocumentRules.bucket(Ask.json(text), ARN, NAMES);

        PolicyDocument stored = ((DocumentCheck.Valid) check).document();
        assertThat(stored.text())
                .isEqualTo(
                        Ask.json(
                                "{'Version':'2012-10-17','Statement':[{'Sid':'x','Effect':'Allow',"
                                        + "'Principal':{'AWS':'AIDATEST'},'Action':'s3:GetObject',"
                                        + "'Resource':'arn:aws:s3:::photos/*'}]}"));
        assertThat(stored.readable(NAMES)).contains("{\"AWS\":\"" + TEST + "\"}");
    }

    @Test
    void whiteSpaceDoesNotCountTowardsTheSize() {
        String statement =
                "'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':["
                        + IntStream.range(0, 560)
                                .mapToObj(i -> "'arn:aws:s3:::photos/%012d'".formatted(i))
                                .collect(Collectors.joining(", "))
                        + "]";

        assertThat(messageOf(document(statement) + " ".repeat(20_480))).isEmpty();
        assertThat(messageOf(document(statement.replace("photos/", "photos/long-key/"))))
                .isEqualTo(
                        "Normalized policy document exceeds the maximum allowed size of 20480"
                                + " bytes");
    }

    private static String document(String statement) {
        return "{'Version':'2012-10-17','Statement':[{" + statement + "}]}";
    }

    private static String messageOf(String text) {
        return DocumentRules.bucket(Ask.json(text), ARN, NAMES)
                        instanceof DocumentCheck.Invalid invalid
                ? invalid.message()
                : "";
    }

    private static DocumentCheck.Invalid check(String text) {
        return (DocumentCheck.Invalid) DocumentRules.bucket(Ask.json(text), ARN, NAMES);
    }
}

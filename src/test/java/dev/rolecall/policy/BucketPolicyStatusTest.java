package dev.rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// IsPublic of aws-truth §4; the rows on addresses are live answers.
class BucketPolicyStatusTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | true",
                "{'IpAddress':{'aws:SourceIp':'11.0.0.0/8'}} | false",
                "{'IpAddress':{'aws:SourceIp':'10.0.0.0/7'}} | true",
                "{'IpAddress':{'aws:SourceIp':'0.0.0.0/0'}} | true",
                "{'IpAddress':{'aws:SourceIp':'fd00::/8'}} | true",
                "{'IpAddress':{'aws:SourceIp':'2001:db8::/32'}} | false",
                "{'IpAddress':{'aws:SourceIp':['203.0.113.7','0.0.0.0/1']}} | true",
                "{'IpAddressIfExists':{'aws:SourceIp':'11.0.0.0/8'}} | true",
                "{'ForAllValues:IpAddress':{'aws:SourceIp':'11.0.0.0/8'}} | true",
                "{'ForAnyValue:IpAddress':{'aws:SourceIp':'11.0.0.0/8'}} | false",
                "{'NotIpAddress':{'aws:SourceIp':'11.0.0.0/8'}} | true",
                "{'StringEquals':{'aws:SourceVpc':'vpc-1'}} | false",
                "{'StringLike':{'aws:SourceVpc':'vpc-*'}} | true",
                "{'StringEquals':{'aws:SourceVpce':'${aws:x}'}} | true",
                "{'ArnEquals':{'aws:SourceArn':'arn:aws:sns:us-east-1:1:t'}} | false",
                "{'ArnLike':{'aws:SourceArn':'arn:aws:sns:*:1:t'}} | true",
                "{'StringNotEquals':{'aws:SourceAccount':'1'}} | true",
                "{'StringEquals':{'aws:Referer':'x'}} | true",
                "{'StringEquals':{'AWS:UserId':'AIDATEST'}} | false",
            })
    void everybodyIsPublicUnlessTheSourceIsFixed(String condition, boolean isPublic) {
        String statement =
                Ask.bucketAllow("'*'")
                        .replace("'Action'", "'Condition':" + condition + ",'Action'");

        assertThat(BucketPolicyStatus.isPublic(Ask.document(statement))).isEqualTo(isPublic);
    }

    @Test
    void aFixedPrincipalIsNotPublic() {
        assertThat(isPublic(Ask.bucketAllow(Ask.aws("111122223333")))).isFalse();
        assertThat(isPublic(Ask.bucketAllow("{'Service':'s3.amazonaws.com'}"))).isFalse();
        assertThat(isPublic(Ask.bucketAllow("{'AWS':['111122223333','*']}"))).isTrue();
    }

    @Test
    void onlyWhatAllowsCounts() {
        String deny = Ask.bucketAllow("'*'").replace("Allow", "Deny");

        assertThat(isPublic(deny)).isFalse();
        assertThat(isPublic(Ask.bucketAllow("'*'"), deny)).isTrue();
        assertThat(isPublic(Ask.bucketAllow(Ask.aws("111122223333")), Ask.bucketAllow("'*'")))
                .isTrue();
    }

    private static boolean isPublic(String... statements) {
        return BucketPolicyStatus.isPublic(Ask.document(statements));
    }
}

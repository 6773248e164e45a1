package dev.rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicySetTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'Condition':{'StringEquals':{'s3:ExistingObjectTag/colour':'red'}} | true",
                "'Condition':{'StringEquals':{'S3:existingobjecttag/colour':'red'}} | true",
                "'Resource':'arn:aws:s3:::b/${s3:ExistingObjectTag/owner}' | true",
                "'Condition':{'StringLike':{'aws:userid':'${s3:ExistingObjectTag/owner, \"x\"}'}}"
                        + " | true",
                "'Condition':{'StringEquals':{'s3:RequestObjectTag/colour':'red'}} | false",
                "'Resource':'arn:aws:s3:::s3:ExistingObjectTag/x' | false",
            })
    void aKeyIsMentionedByAConditionOrAVariable(String element, boolean mentioned) {
        String text =
                ("{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'s3:GetObject',"
                                + element.replace('"', '`')
                                + "}}")
                        .replace('\'', '"')
                        .replace('`', '\'');
        AttachedPolicy policy =
                new AttachedPolicy(
                        PolicyKind.IDENTITY, "p", Optional.empty(), PolicyDocument.parse(text));
        PolicySet none = PolicySet.ofIdentity(List.of());
        assertThat(none.mentions("s3:ExistingObjectTag/")).isFalse();
        assertThat(PolicySet.ofIdentity(List.of(policy)).mentions("s3:ExistingObjectTag/"))
                .isEqualTo(mentioned);
        assertThat(none.withResource(Optional.of(policy)).mentions("s3:ExistingObjectTag/"))
                .isEqualTo(mentioned);
    }
}

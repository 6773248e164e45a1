package dev.rolecall.policy;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever the text is, the rules answer, and what is stored is decided.
class MalformedInputTest {
    private static final int DOCUMENTS = 20_000;
    private static final PrincipalNames NAMES = Ask.names(Map.of(Ask.TEST.arn(), Ask.TEST.id()));
    private static final List<String> SEEDS =
            List.of(
                    "{'Version':'2012-10-17','Id':'x','Statement':[{'Sid':'a','Effect':'Allow','Action':['s3:Get*'],'Resource':'arn:aws:s3:::photos/${aws:username, #x#}/*','Condition':{'StringEquals':{'aws:x':['${aws:y}','1']},'DateLessThan':{'aws:z':'2026-01-01T00:00:00.5+01:00'}}}]}",
                    "{'Version':'2012-10-17','Statement':{'Effect':'Deny','NotPrincipal':{'AWS':['111122223333','arn:aws:iam::111122223333:user/Test']},'NotAction':'s3:*','NotResource':['arn:aws:s3:::photos','*']}}",
                    "{'Statement':[{'Effect':'Allow','Principal':{'Federated':'cognito-identity.amazonaws.com','Service':['ec2.amazonaws.com']},'Action':'sts:AssumeRole','Condition':{'ForAnyValue:IpAddress':{'aws:SourceIp':['10.0.0.0/8','::1/128']},'Null':{'a:b':true},'NumericEquals':{'c:d':1e5},'ArnLike':{'e:f':'arn:*:*:*:*:*'}}}]}");
    private static final List<String> ODD =
            List.of(
                    "null",
                    "{}",
                    "[]",
                    "'*'",
                    "''",
                    "1",
                    "true",
                    "[[]]",
                    "{'AWS':null}",
                    "'${'",
                    "'${}'",
                    "'${a,'",
                    "'arn:'",
                    "'arn:::::'",
                    "':'",
                    "'}'",
                    "\"\\u0000\"",
                    "'\\\\'");

    @Test
    void noTextMakesTheRulesOrTheEngineFail() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < DOCUMENTS; i++) {
            String text = mutated(random);
            assertThatCode(() -> tryAll(text))
                    .as("seed %s: %s", seed, text)
                    .doesNotThrowAnyException();
        }
    }

    private static void tryAll(String text) {
        decide(DocumentRules.identity(text), PolicyKind.IDENTITY);
        decide(DocumentRules.trust(text, NAMES), PolicyKind.TRUST);
        decide(DocumentRules.bucket(text, "arn:aws:s3:::photos", NAMES), PolicyKind.BUCKET);
        try {
            decide(new DocumentCheck.Valid(PolicyDocument.parse(text)), PolicyKind.BUCKET);
        } catch (IllegalArgumentException e) {
            // No JSON: that is what parse says of it.
        }
    }

    private static void decide(DocumentCheck check, PolicyKind kind) {
        if (check instanceof DocumentCheck.Valid valid) {
            PolicyDocument document = valid.document();
            AttachedPolicy policy = new AttachedPolicy(kind, "p", Optional.empty(), document);
            Ask ask = Ask.by(Ask.TEST).with("aws:x", "1").with("aws:z", "never").with("c:d", "x");
            PolicySet set =
                    kind == PolicyKind.IDENTITY
                            ? PolicySet.ofIdentity(List.of(policy))
                            : PolicySet.ofIdentity(List.of()).withResource(Optional.of(policy));
            Explanation.of(PolicyEngine.evaluate(ask.request(), set), NAMES).advice();
            BucketPolicyStatus.isPublic(document);
            document.pretty();
            for (int i = 0; i < document.size(); i++) {
                document.extent(i);
                document.quote(i);
            }
        }
    }

    /// A document with one to three values or characters replaced.
    private static String mutated(Random random) {
        String text = SEEDS.get(random.nextInt(SEEDS.size()));
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            text = random.nextBoolean() ? otherValue(random, text) : otherCharacter(random, text);
        }
        return Ask.json(text);
    }

    private static String otherValue(Random random, String text) {
        int colon = text.indexOf("':", random.nextInt(text.length()));
        int end = colon < 0 ? -1 : text.indexOf(random.nextBoolean() ? ',' : '}', colon);
        String odd = ODD.get(random.nextInt(ODD.size()));
        return end < 0 ? text : text.substring(0, colon + 2) + odd + text.substring(end);
    }

    private static String otherCharacter(Random random, String text) {
        int at = random.nextInt(text.length());
        char other = "{}[]':,*?$/\\1aT\u00e9\ud83d".charAt(random.nextInt(16));
        return text.substring(0, at) + other + text.substring(at + random.nextInt(2));
    }
}

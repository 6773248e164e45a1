package dev.rolecall.policy;

import static dev.rolecall.policy.Ask.SESSION;
import static dev.rolecall.policy.Ask.TEST;
import static dev.rolecall.policy.Ask.allow;
import static dev.rolecall.policy.Ask.deny;
import static dev.rolecall.policy.Evaluation.Decision.ALLOW;
import static dev.rolecall.policy.Evaluation.Decision.EXPLICIT_DENY;
import static dev.rolecall.policy.Evaluation.Decision.IMPLICIT_DENY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Actions, resources, variables and principals of a statement (aws-truth §1.7, §1.8).
class MatchingTest {

    @ParameterizedTest(name = "{0} names {1}: {2}")
    @CsvSource({
        "s3:GetObject, s3:GetObject, true",
        "S3:getobject, s3:GetObject, true",
        "s3:Get*, s3:GetObject, true",
        "s3:*Object, s3:GetObject, true",
        "s3:Get?bject, s3:GetObject, true",
        "s3:Get?bject, s3:Getbject, false",
        "*, iam:CreateUser, true",
        "*:*, iam:CreateUser, true",
        "s3:*, iam:CreateUser, false",
        "s3:GetObject, s3:GetObjectVersion, false",
    })
    void anActionIsAPatternWithoutCase(String pattern, String action, boolean matches) {
        Ask ask = Ask.by(TEST).doing(action, Ask.OBJECT).identity(allow(pattern, "*"));

        assertThat(ask.answer().allowed()).isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0} covers {1}: {2}")
    @CsvSource({
        "*, arn:aws:s3:::photos/a, true",
        "arn:aws:s3:::photos/*, arn:aws:s3:::photos/a/b, true",
        "arn:aws:s3:::photos/*, arn:aws:s3:::photos, false",
        "arn:aws:s3:::photos, arn:aws:s3:::photos/a, false",
        "arn:aws:s3:::Photos, arn:aws:s3:::photos, false",
        "arn:aws:s3:::pho?os/x, arn:aws:s3:::photos/x, true",
        "arn:aws:iam::*:role/x, arn:aws:iam::1:role/x, true",
        "arn:aws:iam::*:x, arn:aws:iam::1:role/a:x, false",
        "arn:aws:iam::*, arn:aws:iam::1:role/x, true",
        "arn:*:iam::1:role/x, arn:aws:iam::1:role/x, true",
        "arn:aws:logs:*:*:log-group:*:x, arn:aws:logs:r:1:log-group:g:x, true",
        "arn:aws:s3:::a:b, arn:aws:s3:::a:b, true",
        "*, *, true",
        "arn:aws:s3:::*, *, false",
        "photos, arn:aws:s3:::photos, false",
    })
    void aResourceIsComparedPartByPart(String pattern, String resource, boolean matches) {
        Ask ask = Ask.by(TEST).doing("x:Y", resource).identity(allow("x:*", pattern));

        assertThat(ask.answer().allowed()).isEqualTo(matches);
    }

    @Test
    void listBucketsIsAskedOfAllOfS3() {
        Ask ask = Ask.by(TEST).doing("s3:ListAllMyBuckets", "*");

        assertThat(ask.identity(allow("s3:*", "arn:aws:s3:::*")).decision()).isEqualTo(ALLOW);
        assertThat(
                        Ask.by(TEST)
                                .doing("s3:ListAllMyBuckets", "*")
                                .identity(allow("s3:*", "arn:aws:s3:::photos*"))
                                .decision())
                .isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void notActionMatchesWhatIsNotListed() {
        String notIam = allow("iam:*", "*").replace("'Action'", "'NotAction'");

        assertThat(Ask.by(TEST).identity(notIam).decision()).isEqualTo(ALLOW);
        assertThat(Ask.by(TEST).doing("iam:ListUsers", "*").identity(notIam).decision())
                .isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void notResourceMatchesWhatIsNotListed() {
        String deny = deny("s3:*", "arn:aws:s3:::photos/*").replace("'Resource'", "'NotResource'");

        assertThat(Ask.by(TEST).identity(allow("*", "*"), deny).decision()).isEqualTo(ALLOW);
        assertThat(
                        Ask.by(TEST)
                                .doing("s3:GetObject", "arn:aws:s3:::other/x")
                                .identity(allow("*", "*"), deny)
                                .decision())
                .isEqualTo(EXPLICIT_DENY);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:s3:::photos/${aws:username}/* | photos/Test/x | true",
                "arn:aws:s3:::photos/${AWS:UserName}/* | photos/Test/x | true",
                "arn:aws:s3:::photos/${aws:username}/* | photos/test/x | false",
                "arn:aws:s3:::photos/${aws:nothing}/* | photos//x | false",
                "arn:aws:s3:::photos/${aws:nothing, \\'home\\'}/* | photos/home/x | true",
                "arn:aws:s3:::photos/${aws:username, \\'home\\'} | photos/home | false",
                "arn:aws:s3:::photos/${*} | photos/* | true",
                "arn:aws:s3:::photos/${*} | photos/x | false",
                "arn:aws:s3:::photos/${?}${$} | photos/?$ | true",
                "arn:aws:s3:::photos/${tag} | photos/a*c | true",
                "arn:aws:s3:::photos/${tag} | photos/abc | false",
                "arn:aws:s3:::photos/${open | photos/${open | true",
            })
    void aVariableStandsForTheRequestsValue(String pattern, String key, boolean matches) {
        String statement =
                "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\""
                        + pattern.replace("\\'", "'")
                        + "\"}";
        PolicyDocument document =
                PolicyDocument.parse(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}");
        AccessRequest request =
                Ask.by(TEST)
                        .doing("s3:GetObject", "arn:aws:s3:::" + key)
                        .with("tag", "a*c")
                        .request();

        assertThat(answer(request, document).allowed()).isEqualTo(matches);
    }

    private static Evaluation answer(AccessRequest request, PolicyDocument document) {
        return PolicyEngine.evaluate(
                request,
                PolicySet.ofIdentity(
                        List.of(
                                new AttachedPolicy(
                                        PolicyKind.IDENTITY, "p", Optional.empty(), document))));
    }

    @Test
    void v31ARoleSessionHasNoUserName() {
        String own = allow("s3:*", "arn:aws:s3:::photos/${aws:username}*");

        assertThat(Ask.by(SESSION).identity(own).decision()).isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void v32InTheOldVersionAVariableIsText() {
        String own = Ask.json(allow("s3:*", "arn:aws:s3:::photos/${aws:username}/*"));
        AccessRequest request =
                Ask.by(TEST).doing("s3:GetObject", "arn:aws:s3:::photos/Test/x").request();

        for (String version : new String[] {"", "\"Version\":\"2008-10-17\","}) {
            PolicyDocument old = PolicyDocument.parse("{" + version + "\"Statement\":" + own + "}");
            assertThat(answer(request, old).allowed()).isFalse();
            AccessRequest literal =
                    Ask.by(TEST)
                            .doing("s3:GetObject", "arn:aws:s3:::photos/${aws:username}/x")
                            .request();
            assertThat(answer(literal, old).allowed()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals, IMPLICIT_DENY",
        "StringLike, IMPLICIT_DENY",
        "ArnLike, IMPLICIT_DENY",
        "StringNotEquals, ALLOW",
        "StringNotLike, ALLOW",
    })
    void aVariableWithoutAValueEqualsNothing(String operator, Evaluation.Decision decision) {
        String statement = allow("s3:*", "*", "{'" + operator + "':{'aws:x':'${aws:nothing}'}}");

        assertThat(Ask.by(TEST).with("aws:x", "v").identity(statement).decision())
                .isEqualTo(decision);
    }

    @Test
    void variablesInOtherOperatorsAreText() {
        String statement = allow("s3:*", "*", "{'Bool':{'aws:x':'${aws:y}'}}");

        assertThat(
                        Ask.by(TEST)
                                .with("aws:x", "true")
                                .with("aws:y", "true")
                                .identity(statement)
                                .decision())
                .isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void aVariableBeforeTheFifthColonCannotBeTold() {
        String account = "arn:aws:iam::${aws:PrincipalAccount}:role/x";
        String role = "arn:aws:iam::" + Ask.A + ":role/x";

        assertThat(Ask.by(TEST).doing("iam:GetRole", role).identity(allow("*", account)).decision())
                .isEqualTo(IMPLICIT_DENY);
        assertThat(
                        Ask.by(TEST)
                                .doing("iam:GetRole", role)
                                .identity(allow("*", "*"), deny("*", account))
                                .decision())
                .isEqualTo(EXPLICIT_DENY);
    }

    @Test
    void aMultivaluedKeyIsNoVariable() {
        String own = allow("s3:*", "arn:aws:s3:::photos/${aws:TagKeys}");

        assertThat(
                        Ask.by(TEST)
                                .doing("s3:GetObject", "arn:aws:s3:::photos/a")
                                .withAll("aws:TagKeys", "a")
                                .identity(own)
                                .decision())
                .isEqualTo(IMPLICIT_DENY);
    }

    @Test
    void notPrincipalSparesACallerOnlyWhenEachOfItsNamesIsListed() {
        String account = "arn:aws:iam::" + Ask.A + ":root";
        String role = SESSION.principalArn();
        String session = SESSION.arn();

        assertThat(denied(SESSION, account, role, session)).isFalse();
        assertThat(denied(SESSION, account, role)).isTrue();
        assertThat(denied(SESSION, role, session)).isTrue();
        assertThat(denied(SESSION, account, session)).isTrue();
        assertThat(denied(TEST, account, TEST.arn())).isFalse();
        assertThat(denied(TEST, TEST.arn())).isTrue();
        assertThat(denied(Ask.ROOT, account)).isFalse();
        assertThat(denied(new Principal.Anonymous(), account)).isTrue();
    }

    private static boolean denied(Principal caller, String... spared) {
        String statement =
                "{'Effect':'Deny','NotPrincipal':{'AWS':['"
                        + String.join("','", spared)
                        + "']},'Action':'s3:*','Resource':'*'}";
        return Ask.by(caller).bucket(statement).decision() == EXPLICIT_DENY;
    }

    @Test
    void aGlobMatchesAsTheEquivalentRegularExpressionDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String glob = word(random, "ab*?", 7);
            String text = word(random, "ab", 9);
            StringBuilder regex = new StringBuilder();
            glob.chars()
                    .forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : (char) c + ""));
            assertThat(Glob.pattern(glob).matches(text))
                    .as("seed %s: %s against %s", seed, glob, text)
                    .isEqualTo(Pattern.matches(regex.toString(), text));
        }
    }

    @Test
    void aGlobOfManyStarsEndsSoon() {
        assertThat(Glob.pattern("*a".repeat(200) + "b").matches("a".repeat(5_000))).isFalse();
    }

    private static String word(Random random, String letters, int most) {
        StringBuilder word = new StringBuilder();
        for (int n = random.nextInt(most + 1); n > 0; n--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}

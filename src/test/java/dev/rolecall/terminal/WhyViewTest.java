package dev.rolecall.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.cloud.TestCloud;
import dev.rolecall.console.Width;
import dev.rolecall.guard.Recorded;
import dev.rolecall.lab.Event;
import dev.rolecall.policy.Evaluation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.IamClient;

/// Against a real cloud: what is drawn is what its guard decided.
class WhyViewTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/account-s3-full-access";
    private static final String TRUST =
            """
            {
              "Version": "2012-10-17",
              "Statement": {
                "Effect": "Allow",
                "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
                "Action": "sts:AssumeRole"
              }
            }
            """;

    @TempDir static Path folder;
    private static TestCloud cloud;
    private static Event.Explained buckets;
    private static Event.Explained role;

    @BeforeAll
    static void refusals() {
        cloud = new TestCloud(folder);
        IamClient admin = cloud.admin().iam();
        admin.createUser(b -> b.userName("Test"));
        admin.createRole(b -> b.roleName("account-s3-full-access").assumeRolePolicyDocument(TRUST));
        TestCloud.Clients test =
                cloud.with(admin.createAccessKey(b -> b.userName("Test")).accessKey());
        refused(() -> test.s3().listBuckets());
        buckets = last();
        refused(() -> test.sts().assumeRole(b -> b.roleArn(ROLE).roleSessionName("session")));
        role = last();
    }

    @AfterAll
    static void end() {
        cloud.close();
    }

    private static void refused(Runnable call) {
        try {
            call.run();
        } catch (AwsServiceException e) {
            return;
        }
        throw new AssertionError("it was allowed");
    }

    private static Event.Explained last() {
        Recorded request = cloud.cloud().trail().lastRefused().orElseThrow();
        List<Evaluation> evaluations = cloud.cloud().trail().evaluations(request.number());
        return new Event.Explained(request, evaluations);
    }

    private static String drawn(int width, Event.Explained explained) {
        return Page.drawn(width, screen -> view(screen).draw(explained));
    }

    private static WhyView view(Screen screen) {
        return new WhyView(screen, () -> cloud.cloud().iam().names());
    }

    @Test
    void aRefusalThatNobodyCausedIsToldLayerByLayer() {
        assertThat(drawn(80, buckets))
                .isEqualTo(
                        """
                          Test asked     s3:ListAllMyBuckets on *
                          and got        DENY, because nobody said yes
                          layer by layer
                            explicit deny        none
                            identity policies    silent   Test has no policy, of its own or from a group
                          What would make it a yes: a statement on Test that allows s3:ListAllMyBuckets.
                        """);
    }

    @Test
    void aTrustPolicyThatDelegatesIsQuotedWithItsLine() {
        assertThat(drawn(80, role))
                .contains("and got        DENY, because one of two sides is silent")
                .containsPattern("trust policy +delegates +names the account root")
                .containsPattern("(?m)^ +\\d+ \\| +\"Principal\": .*111122223333:root")
                .contains("What would make it a yes: either side.");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 120})
    void colourRepeatsTheWordsAndProseFits(int width) {
        for (Event.Explained explained : List.of(buckets, role)) {
            String plain = drawn(width, explained);
            assertThat(Page.drawnInColour(width, screen -> view(screen).draw(explained)))
                    .isEqualTo(plain);
            assertThat(plain.lines().filter(line -> !line.contains(" | ")))
                    .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void aRequestWhoseReasonsAreGoneSaysSo() {
        assertThat(drawn(80, new Event.Explained(buckets.request(), List.of())))
                .contains(
                        "Test asked     s3:ListBuckets",
                        "AccessDenied",
                        "its reasons are not kept.");
    }

    @Test
    void aRefusalBeforeAnyPolicyWasAskedNamesItsCause() {
        assertThat(unasked(400, "ExpiredToken", "The provided token has expired."))
                .contains(
                        "ExpiredToken: The provided token has expired.",
                        "No policy was looked at.",
                        "cannot be renewed");
        assertThat(unasked(403, "InvalidClientTokenId", "The security token is invalid"))
                .contains("The access key is unknown or inactive");
        assertThat(unasked("iam", 403, "InvalidClientTokenId", "The security token is invalid"))
                .contains("IAM takes no session of GetFederationToken");
        assertThat(unasked(403, "AccessDenied", "Request has expired"))
                .contains("AccessDenied: Request has expired", "A presigned URL works as long");
        assertThat(unasked(403, "AccessDenied", "Access Denied"))
                .endsWith("No policy was looked at.\n");
    }

    private String unasked(int status, String code, String message) {
        return unasked("s3", status, code, message);
    }

    private String unasked(String service, int status, String code, String message) {
        Recorded asked = buckets.request();
        Recorded refused =
                new Recorded(
                        9,
                        asked.at(),
                        asked.principal(),
                        "ASIA",
                        service,
                        "ListBuckets",
                        List.of(),
                        status,
                        code,
                        message);
        return drawn(80, new Event.Explained(refused, List.of()));
    }
}

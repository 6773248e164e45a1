package dev.rolecall.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class AwsPoliciesTest {
    private final AwsPolicies policies = new AwsPolicies();

    @Test
    void s3FullAccessHasItsTrueDocument() {
        ManagedPolicy policy = policies.find(Room.S3_FULL_ACCESS).orElseThrow();
        assertThat(policy.document().text())
                .isEqualTo(
                        """
                        {"Statement":[{"Action":["s3:*","s3-object-lambda:*"],"Effect":"Allow","Resource":"*"}],"Version":"2012-10-17"}\
                        """);
        assertThat(policy.defaultVersion()).isEqualTo("v2");
        assertThat(policy.created()).isEqualTo("2015-02-06T18:40:58Z");
        assertThat(policy.updated()).isEqualTo("2021-09-27T20:16:37Z");
        assertThat(policy.id()).matches("ANPA[A-Z2-7]{17}");
    }

    @Test
    void everyPolicyOfTheSourceIsFoundWithTheDocumentOfTheSource() throws IOException {
        Map<String, String> lines = source();
        assertThat(lines).hasSize(1582);
        assertThat(policies.all()).hasSize(1582);
        assertThat(policies.all()).extracting(PolicyFacts::id).doesNotHaveDuplicates();
        for (PolicyFacts facts : policies.all()) {
            String head = "{\"name\":\"" + facts.name() + "\",\"path\":\"" + facts.path() + "\"";
            String document = policies.find(facts.arn()).orElseThrow().document().text();
            assertThat(lines.get(head)).as(facts.arn()).endsWith(",\"document\":" + document + "}");
        }
    }

    @Test
    void thePathIsPartOfTheArn() {
        assertThat(policies.find("arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"))
                .isPresent();
        assertThat(policies.find("arn:aws:iam::aws:policy/ViewOnlyAccess")).isEmpty();
    }

    @Test
    void arnsAreCaseSensitive() {
        assertThat(policies.find("arn:aws:iam::aws:policy/amazons3fullaccess")).isEmpty();
        assertThat(policies.find("arn:aws:iam::111122223333:policy/AmazonS3FullAccess")).isEmpty();
    }

    @Test
    void thePolicyIsParsedOnce() {
        assertThat(policies.find(Room.S3_FULL_ACCESS))
                .containsSame(policies.find(Room.S3_FULL_ACCESS).orElseThrow());
    }

    /// The lines of the source by their name and path.
    private static Map<String, String> source() throws IOException {
        Path file = Path.of("src/main/data/aws-managed-policies.jsonl.gz");
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .collect(
                            Collectors.toMap(
                                    line -> line.substring(0, line.indexOf(",\"version\"")),
                                    Function.identity()));
        }
    }
}

package dev.rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lab in the built shell, played by its reference solutions, and after each step the container
/// asked past the guard.
@Tag("container")
class LabOnLocalStackIT {
    private static final String ROLE = "account-s3-full-access";
    private static final String S3_FULL_ACCESS = "arn:aws:iam::aws:policy/AmazonS3FullAccess";
    private static final String ROOT = "arn:aws:iam::111122223333:root";
    private static final String TEST = "arn:aws:iam::111122223333:user/Test";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path home;

    @BeforeAll
    static void thereIsAnEngineAndATerminal() {
        LocalStackShell.assume();
    }

    @Test
    void theContainersOwnAnswersHoldWhatEachStepMade() throws Exception {
        try (LocalStackShell shell = LocalStackShell.ready(home)) {
            Direct there = shell.there();
            assertThat(there.users()).containsExactly("admin");
            List<Path> steps = PlayTheLab.steps(Path.of("labs/assume-role"));
            assertThat(steps).hasSize(7);
            for (int i = 0; i < steps.size(); i++) {
                PlayTheLab.play(shell.pty, steps.get(i));
                assertHolds(there, i + 1);
            }
            shell.leave();
            assertThat(shell.containers()).isEmpty();
        }
    }

    /// After a step has been done, and no less nor more than that.
    private static void assertHolds(Direct there, int step) throws Exception {
        assertThat(there.users()).as("step " + step).containsExactlyInAnyOrder("admin", "Test");
        assertThat(there.activeKeys("Test")).isEqualTo(1);
        assertThat(there.policiesOfUser("Test")).isEmpty();
        assertThat(there.roles()).isEqualTo(step < 2 ? Set.of() : Set.of(ROLE));
        if (step >= 2) {
            assertThat(JSON.readTree(there.trust(ROLE))).isEqualTo(trust(step < 4 ? ROOT : TEST));
            assertThat(there.policiesOfRole(ROLE)).containsExactly(S3_FULL_ACCESS);
        }
        Map<String, Map<String, String>> buckets =
                step < 6 ? Map.of() : Map.of("notes-of-test", Map.of("hello.txt", "hello"));
        assertThat(there.buckets()).isEqualTo(buckets);
    }

    private static JsonNode trust(String principal) throws Exception {
        return JSON.readTree(
                """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Effect": "Allow",
                      "Principal": { "AWS": "%s" },
                      "Action": "sts:AssumeRole",
                      "Condition": {}
                    }
                  ]
                }
                """
                        .formatted(principal));
    }
}

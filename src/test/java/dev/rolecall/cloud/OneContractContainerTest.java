package dev.rolecall.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.localstack.OnLocalStack;
import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.s3.S3Difference;
import dev.rolecall.s3.Ground;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// One contract, two clouds: the same walk of calls through the SDK, on a cloud in this program and
/// on one with a LocalStack behind it, is answered line for line the same, but for the rows of
/// [S3Difference].
@Tag("container")
@ExtendWith({OnLocalStack.class, CloudOnLocalStack.class})
class OneContractContainerTest {
    @TempDir Path bodies;

    /// The cloud in this program keeps its buckets itself.
    @BeforeEach
    void keepNothing() {
        Ground.kept(Optional.empty());
    }

    private List<Transcript.Line> walk(Backing backing) {
        Transcript told = new Transcript();
        try (TestCloud cloud = new TestCloud(bodies, backing)) {
            new ContractOfIam(cloud, told).walk();
            new ContractOfSts(cloud, told).walk();
            new ContractOfS3(cloud, told).walk();
        }
        return told.lines();
    }

    @Test
    void bothCloudsAnswerTheSame() {
        List<Transcript.Line> ours = walk(new Backing.Embedded());
        List<Transcript.Line> theirs = walk(new Backing.Running(TestContainer.uri()));
        assertThat(ours).hasSameSizeAs(theirs).hasSizeBetween(100, 250);
        List<S3Difference> rows = new ArrayList<>();
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < ours.size(); i++) {
            Transcript.Line one = ours.get(i);
            Transcript.Line other = theirs.get(i);
            one.row()
                    .ifPresentOrElse(
                            row -> {
                                rows.add(row);
                                all.assertThat(other.toString())
                                        .as("LocalStack does not differ any more: %s", row)
                                        .isNotEqualTo(one.toString());
                            },
                            () -> all.assertThat(other).hasToString(one.toString()));
        }
        all.assertAll();
        assertThat(rows).doesNotHaveDuplicates();
    }
}

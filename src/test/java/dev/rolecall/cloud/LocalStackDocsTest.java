package dev.rolecall.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.DocRegion;
import org.junit.jupiter.api.Test;

/// What `docs/localstack.md` says of LocalStack is what the code says. What needs a container is in
/// [LocalStackDocsContainerTest].
class LocalStackDocsTest {
    @Test
    void thePageHasWhereS3IsOtherwise() throws Exception {
        assertCurrent(LocalStackDocs.S3_DIFFERENCES, LocalStackDocs.s3Differences());
    }

    @Test
    void thePageHasWhatIsNotMirrored() throws Exception {
        assertCurrent(LocalStackDocs.NOT_MIRRORED, LocalStackDocs.notMirrored());
    }

    static void assertCurrent(DocRegion region, String wanted) throws Exception {
        assertThat(region.shown())
                .as("run .ci/localstack-tables to write %s anew", region)
                .isEqualTo(wanted);
    }
}

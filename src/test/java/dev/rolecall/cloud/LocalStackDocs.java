package dev.rolecall.cloud;

import dev.rolecall.DocRegion;
import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.mirror.NotMirrored;
import dev.rolecall.localstack.s3.S3Difference;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The parts of `docs/localstack.md` that are generated: from the code, or by a run on a real
/// LocalStack.
final class LocalStackDocs {
    private static final Path PAGE = Path.of("docs/localstack.md");
    static final DocRegion ANSWERS = new DocRegion(PAGE, "answers");
    static final DocRegion OPERATIONS = new DocRegion(PAGE, "operations");
    static final DocRegion S3_DIFFERENCES = new DocRegion(PAGE, "s3-differences");
    static final DocRegion NOT_MIRRORED = new DocRegion(PAGE, "not-mirrored");

    private LocalStackDocs() {}

    /// What a run on a real LocalStack tells.
    record Run(AnswerTable answers, OperationTable operations) {
        static Run on(URI container) {
            return new Run(AnswerTable.ask(container), OperationTable.ask(container));
        }
    }

    /// Writes them anew.
    public static void main(String[] args) throws IOException {
        S3_DIFFERENCES.write(s3Differences());
        NOT_MIRRORED.write(notMirrored());
        Run run = Run.on(TestContainer.uri());
        ANSWERS.write(run.answers().markdown());
        OPERATIONS.write(run.operations().markdown());
    }

    static String s3Differences() {
        return DocRegion.table(
                List.of("operations", "AWS, and the embedded cloud", "LocalStack", "because"),
                Arrays.stream(S3Difference.values())
                        .map(row ->
                                List.of(row.operation(), row.aws(), row.localStack(), row.reason()))
                        .toList());
    }

    static String notMirrored() {
        return DocRegion.table(
                List.of("what", "why"),
                Arrays.stream(NotMirrored.values())
                        .map(row -> List.of(row.what(), row.why()))
                        .toList());
    }
}

package dev.rolecall.snippet;

import java.util.List;
import java.util.stream.Collectors;

/// What a snippet can name without importing it.
///
/// Whole packages, and where two of them have a class of the same name, the one that the lab's
/// words mean: IAM's `Tag`, `ErrorDetails` and `MalformedPolicyDocumentException` (not STS's or
/// S3's), S3's `AccessDeniedException`, `EncodingType` and `Protocol` (not `java.nio.file`'s, IAM's
/// or the SDK core's), and `java.util`'s `ConcurrentModificationException` (not IAM's). The others
/// can be written in full.
final class Imports {
    private static final String SDK = "software.amazon.awssdk.";

    private static final List<String> PACKAGES =
            List.of(
                    "java.io",
                    "java.math",
                    "java.net",
                    "java.nio.charset",
                    "java.nio.file",
                    "java.time",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    SDK + "auth.credentials",
                    SDK + "awscore.exception",
                    SDK + "core",
                    SDK + "core.async",
                    SDK + "core.exception",
                    SDK + "core.sync",
                    SDK + "core.waiters",
                    SDK + "regions",
                    SDK + "services.iam",
                    SDK + "services.iam.model",
                    SDK + "services.iam.waiters",
                    SDK + "services.s3",
                    SDK + "services.s3.model",
                    SDK + "services.s3.presigner",
                    SDK + "services.s3.presigner.model",
                    SDK + "services.s3.waiters",
                    SDK + "services.sts",
                    SDK + "services.sts.auth",
                    SDK + "services.sts.model");

    private static final List<String> PREFERRED =
            List.of(
                    "java.util.ConcurrentModificationException",
                    SDK + "services.iam.model.ErrorDetails",
                    SDK + "services.iam.model.MalformedPolicyDocumentException",
                    SDK + "services.iam.model.Tag",
                    SDK + "services.s3.model.AccessDeniedException",
                    SDK + "services.s3.model.EncodingType",
                    SDK + "services.s3.model.Protocol");

    private static final String LAB = "dev.rolecall.snippet.agent.Lab";

    private Imports() {}

    /// One snippet of JShell's for all of them: each import of its own would be compiled by itself,
    /// and JShell takes over the text of an import as it is.
    static String snippet() {
        return PREFERRED.stream().map("import %s; "::formatted).collect(Collectors.joining())
                + PACKAGES.stream().map("import %s.*; "::formatted).collect(Collectors.joining())
                + "import static %s.*;".formatted(LAB);
    }
}

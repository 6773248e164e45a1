package dev.rolecall.snippet;

import java.util.List;
import java.util.stream.Collectors;

/// What a snippet can name without importing it: whole packages, and the members of the agent's
/// `Lab`. Where two packages have a class of the same name, [PreferredImports] decides.
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

    private Imports() {}

    /// One snippet of JShell's for all of them: each import of its own would be compiled by itself,
    /// while JShell takes over the text of an import as it is.
    ///
    /// JShell knows such a snippet by the first import in it, and an import of the learner's that
    /// says the same would replace it whole. So the first is one that nobody types.
    static String snippet() {
        return "import static dev.rolecall.snippet.agent.Lab.*; "
                + PACKAGES.stream().map("import %s.*;"::formatted).collect(Collectors.joining(" "));
    }
}

package dev.rolecall.snippet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/// Names that two of the imported packages have, and the one that the lab's words mean: IAM's
/// `Tag`, `ErrorDetails` and `MalformedPolicyDocumentException` (not STS's or S3's), S3's
/// `AccessDeniedException`, `EncodingType` and `Protocol` (not `java.nio.file`'s, IAM's or the SDK
/// core's), and `java.util`'s `ConcurrentModificationException` (not IAM's).
///
/// Each is imported when a snippet first says it: an import costs a compilation. A learner's own
/// import or declaration of the name comes before ours.
final class PreferredImports {
    private static final String SDK = "software.amazon.awssdk.services.";

    private final List<String> pending =
            new ArrayList<>(
                    List.of(
                            "java.util.ConcurrentModificationException",
                            SDK + "iam.model.ErrorDetails",
                            SDK + "iam.model.MalformedPolicyDocumentException",
                            SDK + "iam.model.Tag",
                            SDK + "s3.model.AccessDeniedException",
                            SDK + "s3.model.EncodingType",
                            SDK + "s3.model.Protocol"));

    /// The import statements that this snippet wants before it.
    List<String> wantedBy(String source) {
        List<String> wanted = new ArrayList<>();
        for (Iterator<String> types = pending.iterator(); types.hasNext(); ) {
            String type = types.next();
            String name = type.substring(type.lastIndexOf('.') + 1);
            if (!source.contains(name)) {
                continue;
            }
            if (Pattern.compile(
                            "\\b(?:import\\b[^;]*\\.|class\\s+|record\\s+|enum\\s+|interface\\s+)"
                                    + name
                                    + "\\b")
                    .matcher(source)
                    .find()) {
                types.remove();
            } else if (Pattern.compile("(?<![.\\w])" + name + "\\b").matcher(source).find()) {
                types.remove();
                wanted.add("import " + type + ";");
            }
        }
        return wanted;
    }
}

package dev.rolecall.s3;

import dev.rolecall.policy.DocumentCheck;
import dev.rolecall.policy.DocumentRules;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.PrincipalNames;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Bucket policies as texts that the container keeps, and as the documents that decide.
///
/// The text has ARNs, for whoever reads it there; the document has unique ids, which a later user
/// of the same name does not inherit. So the document of a text that was written from here is
/// remembered; any other text is checked as if it were written now.
final class StoredPolicies {
    private final PrincipalNames names;
    private final Map<String, Written> written = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();

    private record Written(String text, PolicyDocument document) {}

    StoredPolicies(PrincipalNames names) {
        this.names = names;
    }

    /// The text to send for a document that was checked.
    String sent(String bucket, PolicyDocument document) {
        String text = document.readable(names);
        written.put(bucket, new Written(text, document));
        return text;
    }

    /// The document of a text that the container has, if it has one. One that AWS would refuse
    /// grants nothing.
    Optional<PolicyDocument> read(String bucket, Optional<String> stored) {
        refused.remove(bucket);
        return stored.flatMap(text -> read(bucket, text));
    }

    private Optional<PolicyDocument> read(String bucket, String text) {
        Written own = written.get(bucket);
        if (own != null && own.text().equals(text)) {
            return Optional.of(own.document());
        }
        return switch (DocumentRules.bucket(text, "arn:aws:s3:::" + bucket, names)) {
            case DocumentCheck.Valid valid -> Optional.of(valid.document());
            case DocumentCheck.Invalid invalid -> {
                refused.put(bucket, invalid.message());
                yield Optional.empty();
            }
        };
    }

    /// Why AWS would not have stored the policy that the bucket has, if it would not.
    Optional<String> problem(String bucket) {
        return Optional.ofNullable(refused.get(bucket))
                .map(why ->
                        "the policy of bucket "
                                + bucket
                                + " grants nothing: AWS would not have stored it ("
                                + why
                                + ")");
    }
}

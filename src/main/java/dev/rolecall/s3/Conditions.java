package dev.rolecall.s3;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.S3Errors;
import dev.rolecall.fault.S3ObjectErrors;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/// The conditions of a request ("Add preconditions to S3 operations with conditional requests").
/// aws-truth §10 [O] says how they play together.
final class Conditions {
    private static final String IF_MATCH = "If-Match";
    private static final String IF_NONE_MATCH = "If-None-Match";

    private Conditions() {}

    /// Checks the conditions of GetObject and HeadObject.
    static void checkRead(SdkPojo request, StoredObject object) {
        check(request, "", "", object, S3ObjectErrors.notModified());
    }

    /// Checks the conditions that a copy puts on its source, where a failure is always 412.
    static void checkSource(SdkPojo request, StoredObject object) {
        String header = "x-amz-copy-source-";
        boolean byTag = Members.text(request, "CopySourceIfNoneMatch").isPresent();
        String failing = header + (byTag ? IF_NONE_MATCH : "If-Modified-Since");
        AwsError unchanged = S3ObjectErrors.preconditionFailed(failing);
        check(request, "CopySource", header, object, unchanged);
    }

    private static void check(
            SdkPojo request,
            String member,
            String header,
            StoredObject object,
            AwsError unchanged) {
        Optional<String> match = Members.text(request, member + "IfMatch");
        Optional<Instant> since = date(request, member + "IfUnmodifiedSince");
        // A present If-Match silences If-Unmodified-Since, even where both speak of the object.
        if (match.isPresent()) {
            if (!listed(match.get(), object)) {
                throw S3ObjectErrors.preconditionFailed(header + IF_MATCH);
            }
        } else if (since.isPresent() && object.modified().isAfter(since.get())) {
            throw S3ObjectErrors.preconditionFailed(header + "If-Unmodified-Since");
        }
        // An empty If-None-Match is as if it were not there.
        Optional<String> noneMatch =
                Members.text(request, member + "IfNoneMatch").filter(tags -> !tags.isBlank());
        Optional<Instant> modified = date(request, member + "IfModifiedSince");
        boolean same =
                noneMatch.isPresent()
                        ? listed(noneMatch.get(), object)
                        : modified.isPresent() && !object.modified().isAfter(modified.get());
        if (same) {
            throw unchanged;
        }
    }

    private static Optional<Instant> date(SdkPojo request, String member) {
        return Members.value(request, member, Instant.class);
    }

    /// Whether a list of tags names the object; weak and unquoted ones count.
    private static boolean listed(String tags, StoredObject object) {
        return Arrays.stream(tags.split(","))
                .map(String::trim)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || bare(tag).equals(object.content().etag()));
    }

    private static String bare(String tag) {
        boolean quoted = tag.length() > 1 && tag.startsWith("\"") && tag.endsWith("\"");
        return quoted ? tag.substring(1, tag.length() - 1) : tag;
    }

    /// Checks what can be said of a write's conditions without looking at the key.
    static void checkWriteForm(SdkPojo request) {
        Optional<String> match = Members.text(request, "IfMatch");
        Optional<String> noneMatch = Members.text(request, "IfNoneMatch");
        if (match.isPresent() && noneMatch.isPresent()) {
            throw S3Errors.conditionsTogether();
        }
        if (noneMatch.isPresent() && !noneMatch.get().equals("*")) {
            throw S3Errors.unacceptedCondition(IF_NONE_MATCH);
        }
        if (match.isPresent() && match.get().equals("*")) {
            throw S3Errors.unacceptedCondition(IF_MATCH);
        }
    }

    /// Checks a write's conditions against the key as it is.
    static void checkWrite(SdkPojo request, String key, Versions versions) {
        Optional<StoredObject> object = versions.object();
        if (Members.text(request, "IfNoneMatch").isPresent() && object.isPresent()) {
            throw S3ObjectErrors.preconditionFailed(IF_NONE_MATCH);
        }
        Optional<String> match = Members.text(request, "IfMatch");
        if (match.isEmpty()) {
            return;
        }
        if (object.isEmpty()) {
            throw S3ObjectErrors.noSuchKey(key);
        }
        if (!bare(match.get()).equals(object.get().content().etag())) {
            throw S3ObjectErrors.preconditionFailed(IF_MATCH);
        }
    }

    /// The name of the condition that a write has, if it has one.
    static Optional<String> ofWrite(SdkPojo request) {
        return Members.text(request, "IfMatch").isPresent()
                ? Optional.of(IF_MATCH)
                : Members.text(request, "IfNoneMatch").map(any -> IF_NONE_MATCH);
    }

    /// Checks the one tag that a delete may name: quoted or not, or `*`; neither weak nor a list.
    static void checkDelete(String key, Optional<String> match, Optional<Version> version) {
        if (match.isEmpty()) {
            return;
        }
        if (match.get().isEmpty()) {
            throw S3Errors.invalidArgument("Invalid If-Match", IF_MATCH, "");
        }
        Version there = version.orElseThrow(() -> S3ObjectErrors.noSuchKey(key));
        boolean holds = there.asObject().map(object -> named(match.get(), object)).orElse(false);
        if (!holds) {
            throw S3ObjectErrors.preconditionFailed(IF_MATCH);
        }
    }

    private static boolean named(String tag, StoredObject object) {
        return tag.equals("*") || bare(tag).equals(object.content().etag());
    }
}

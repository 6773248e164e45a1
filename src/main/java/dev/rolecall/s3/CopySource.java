package dev.rolecall.s3;

import dev.rolecall.fault.S3ObjectErrors;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What `x-amz-copy-source` names ("CopyObject", "UploadPartCopy").
///
/// @param versionId empty for the current version
public record CopySource(String bucket, String key, Optional<String> versionId) {
    private static final String VERSION = "?versionId=";

    /// Reads the header's value, percent-encoded, with or without a leading slash; also an
    /// `arn:aws:s3:::bucket/key`.
    public static CopySource parse(String header) {
        int query = header.lastIndexOf(VERSION);
        Optional<String> version =
                query < 0
                        ? Optional.empty()
                        : Optional.of(decoded(header.substring(query + VERSION.length()), header));
        String path = decoded(query < 0 ? header : header.substring(0, query), header);
        if (path.startsWith("arn:aws:s3:::")) {
            path = path.substring("arn:aws:s3:::".length());
        } else if (path.startsWith("/")) {
            path = path.substring(1);
        }
        int slash = path.indexOf('/');
        if (slash < 1 || slash == path.length() - 1) {
            throw S3ObjectErrors.invalidCopySource(header);
        }
        return new CopySource(path.substring(0, slash), path.substring(slash + 1), version);
    }

    private static String decoded(String text, String header) {
        try {
            // A plus is a plus in a path; the decoder is made for forms.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3ObjectErrors.invalidCopySource(header);
        }
    }
}

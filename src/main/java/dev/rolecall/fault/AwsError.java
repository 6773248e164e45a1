package dev.rolecall.fault;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// An error that AWS would send back: code, HTTP status, message, and what S3 adds between message
/// and request id.
///
/// Made by the named factories beside this class ([AuthenticationErrors], [IamErrors] and so on),
/// one for each error, never from loose strings where the error is raised. `wire` renders it;
/// nothing else catches it.
public final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> details;

    private AwsError(int status, String code, String message, Map<String, String> details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    static AwsError of(int status, String code, String message) {
        return new AwsError(status, code, message, Map.of());
    }

    /// Returns this error with one more element, in order, such as S3's `BucketName`.
    public AwsError with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new AwsError(status, code, message(), more);
    }

    /// HTTP status, 300 to 599.
    public int status() {
        return status;
    }

    /// AWS's error code, such as `NoSuchEntity`.
    public String code() {
        return code;
    }

    /// The message; empty where AWS sends no `Message` element at all.
    public String message() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /// S3's further elements, in the order in which AWS prints them.
    public Map<String, String> details() {
        return details;
    }
}

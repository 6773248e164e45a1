package dev.rolecall.fault;

import java.util.Map;

/// What a client is told when the container behind the guard does not do its part. AWS has no such
/// errors. The status is 400 so that an SDK does not try again: a dead container stays dead, and
/// each try may wait long.
public final class ContainerErrors {
    /// The code of all of them.
    public static final String CODE = "ContainerUnavailable";

    private ContainerErrors() {}

    /// Nobody listens there: the container died, or its port is another now.
    ///
    /// @param where the container's endpoint
    public static AwsError gone(String where) {
        return of(
                "LocalStack at "
                        + where
                        + " is gone; nothing was changed. Start rolecall again: what IAM had is put back.");
    }

    /// The request was sent, and no answer came: it was carried out there, or it was not.
    ///
    /// @param seconds how long was waited
    public static AwsError silent(String where, long seconds) {
        return of(
                "LocalStack at "
                        + where
                        + " did not answer for "
                        + seconds
                        + " s, so nobody knows whether it did this; /diff shows it. Is it paused?");
    }

    /// It did not answer the last time, and does not answer now: nothing was sent this time.
    public static AwsError stillSilent(String where) {
        return of(
                "LocalStack at "
                        + where
                        + " still does not answer, so nothing was sent to it. Is it paused? Try again"
                        + " when it answers.");
    }

    /// What takes several requests ended between two of them.
    public static AwsError halfWay(String where) {
        return of(
                "LocalStack at "
                        + where
                        + " stopped answering in the middle of this, so it has a part of it; /diff"
                        + " shows which. Here nothing was changed.");
    }

    /// It has no room for what was sent.
    public static AwsError full(String where) {
        return of(
                "The disk of LocalStack at "
                        + where
                        + " is full, so this was not stored. Delete some of what is in it, or free"
                        + " some of the Docker engine's disk (docker system df says what takes it),"
                        + " and try again.");
    }

    /// The container ended before it answered.
    public static AwsError ended(String where) {
        return of(
                "LocalStack at "
                        + where
                        + " ended in the middle of this; here nothing was changed. Start rolecall"
                        + " again: what IAM had is put back.");
    }

    /// The connection broke before an answer came.
    public static AwsError lost(String where) {
        return of(
                "LocalStack at "
                        + where
                        + " broke the connection off, so nobody knows whether it did this; /diff"
                        + " shows it. Did it stop, or is its disk full?");
    }

    /// An answer came that is none of AWS's.
    public static AwsError unreadable(String where) {
        return of(
                "LocalStack at "
                        + where
                        + " answered with what is no XML. A key that XML cannot hold is listed with"
                        + " encoding-type=url.");
    }

    /// The container's own error.
    ///
    /// @param details S3's further elements, in order
    public static AwsError answered(
            int status, String code, String message, Map<String, String> details) {
        AwsError error = AwsError.of(status, code, message);
        for (Map.Entry<String, String> detail : details.entrySet()) {
            error = error.with(detail.getKey(), detail.getValue());
        }
        return error;
    }

    /// The container refused what AWS would have done.
    ///
    /// @param operation such as `CreateUser`
    /// @param why the container's own words
    public static AwsError refused(String operation, String why) {
        return of("LocalStack refused " + operation + ", so nothing was changed: " + why);
    }

    /// It refused a document that is good by the rules that are known of AWS.
    public static AwsError stricter(String operation, String why) {
        return of(
                "LocalStack refused "
                        + operation
                        + ", so nothing was changed: "
                        + sentence(why)
                        + " LocalStack is stricter here than Rolecall: the embedded cloud takes this"
                        + " document (--cloud embedded).");
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    /// It refused what is possible by what is here, so something is otherwise there.
    public static AwsError differs(String operation, String why) {
        return of(
                "LocalStack refused "
                        + operation
                        + ", so nothing was changed: "
                        + sentence(why)
                        + " /diff says what it has otherwise, and /adopt takes that over.");
    }

    /// It could not be started, or is none.
    ///
    /// @param what what happened
    /// @param whatToDo what the person can do about it
    public static AwsError unusable(String what, String whatToDo) {
        return of("LocalStack cannot be used: " + what + "; " + whatToDo);
    }

    private static AwsError of(String message) {
        return AwsError.of(400, CODE, message);
    }
}

package dev.rolecall.fault;

import java.util.Locale;

/// What AWS says of a request that it cannot read, before anybody's rights are asked.
///
/// An error without a code has no body: the front end itself answers, with a status and, for a
/// redirect, a `Location` among the details.
public final class ProtocolErrors {
    private ProtocolErrors() {}

    /// STS and IAM: no such operation.
    ///
    /// @param version as sent; `NO_VERSION_SPECIFIED` if it was not
    public static AwsError invalidAction(String action, String version) {
        return AwsError.of(
                400,
                "InvalidAction",
                "Could not find operation " + action + " for version " + version);
    }

    /// STS and IAM: a request without `Action` is sent to the service's page.
    public static AwsError seeServicePage(String location) {
        return AwsError.of(302, "", "").with("Location", location);
    }

    /// STS and IAM: a path other than `/`.
    public static AwsError unknownOperation() {
        return AwsError.of(404, "UnknownOperationException", "");
    }

    /// STS and IAM: the form is longer than 10,000,000 bytes.
    public static AwsError formTooLarge() {
        return AwsError.of(413, "", "");
    }

    /// The request's head cannot be read or is too long.
    public static AwsError unreadable() {
        return AwsError.of(400, "", "");
    }

    /// STS and IAM: a number that is empty where digits are needed.
    public static AwsError numberMissing() {
        return AwsError.of(400, "MalformedInput", "missing value for decimal type");
    }

    /// STS and IAM: a value of the wrong type; AWS gives no message.
    public static AwsError malformedInput() {
        return AwsError.of(400, "MalformedInput", "");
    }

    /// S3: an operation that AWS has and Rolecall has not.
    public static AwsError notImplemented() {
        return AwsError.of(
                501,
                "NotImplemented",
                "A header you provided implies functionality that is not implemented");
    }

    /// S3: a header whose meaning Rolecall does not have.
    public static AwsError headerNotImplemented(String header) {
        return notImplemented().with("Header", header);
    }

    /// STS and IAM: an operation that AWS has and Rolecall has not.
    public static AwsError operationNotImplemented(String operation) {
        return AwsError.of(
                501, "NotImplemented", "The action " + operation + " is not implemented");
    }

    /// S3: the method does not go with the resource.
    public static AwsError methodNotAllowed(String method, String resourceType) {
        return AwsError.of(
                        405,
                        "MethodNotAllowed",
                        "The specified method is not allowed against this resource.")
                .with("Method", method)
                .with("ResourceType", resourceType);
    }

    /// S3: the path does not decode to a key.
    public static AwsError invalidUri(String uri) {
        return AwsError.of(400, "InvalidURI", "Couldn't parse the specified URI.").with("URI", uri);
    }

    /// S3: the body is not the XML that the operation takes.
    public static AwsError malformedXml() {
        return AwsError.of(
                400,
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our"
                        + " published schema");
    }

    /// S3: the operation takes a document and none came.
    public static AwsError missingRequestBody() {
        return AwsError.of(400, "MissingRequestBodyError", "Request Body is empty");
    }

    /// S3: an XML message longer than any that S3 takes.
    public static AwsError messageTooLong() {
        return AwsError.of(400, "MaxMessageLengthExceeded", "Your request was too big.");
    }

    /// S3: a body without a length.
    public static AwsError missingContentLength() {
        return AwsError.of(
                411, "MissingContentLength", "You must provide the Content-Length HTTP header.");
    }

    /// S3: a parameter or header has a value that it cannot have.
    public static AwsError invalidArgument(String message, String name, String value) {
        return invalid("InvalidArgument", message, name, value);
    }

    /// S3: a header or parameter names something that its enumeration does not have.
    ///
    /// @param name of the header or parameter
    public static AwsError invalidValue(String name, String value) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "x-amz-storage-class" ->
                    AwsError.of(
                                    400,
                                    "InvalidStorageClass",
                                    "The storage class you specified is not valid")
                            .with("StorageClassRequested", value);
            case "x-amz-server-side-encryption" ->
                    invalid(
                            "InvalidEncryptionAlgorithmError",
                            "The encryption request you specified is not valid. The valid value is"
                                    + " AES256.",
                            name,
                            value);
            case "x-amz-acl" -> invalidArgument("", name, value);
            case "x-amz-object-ownership" ->
                    invalidArgument("Invalid x-amz-object-ownership header: " + value, name, value);
            case "x-amz-metadata-directive" ->
                    invalidArgument("Unknown metadata directive.", name, value);
            case "x-amz-tagging-directive" ->
                    invalidArgument("Unknown tagging directive.", name, value);
            case "x-amz-object-lock-mode" ->
                    invalidArgument("Unknown wormMode directive.", name, value);
            case "encoding-type" ->
                    invalidArgument("Invalid Encoding Method specified in Request", name, value);
            default -> invalidArgument("Invalid value for " + name, name, value);
        };
    }

    /// A bug or a failure of ours, told as AWS tells its own.
    public static AwsError internalFailure() {
        return AwsError.of(
                500,
                "InternalFailure",
                "The request processing has failed because of an unknown error, exception or"
                        + " failure.");
    }

    /// S3's text for the same.
    public static AwsError internalError() {
        return AwsError.of(
                500, "InternalError", "We encountered an internal error. Please try again.");
    }

    private static AwsError invalid(String code, String message, String name, String value) {
        return AwsError.of(400, code, message)
                .with("ArgumentName", name)
                .with("ArgumentValue", value);
    }
}

package dev.rolecall.fault;

import java.util.List;

/// What AWS's front end says of a parameter that breaks its model (STS and IAM: "Common errors").
public final class ValidationErrors {
    private ValidationErrors() {}

    /// Everything that the model forbids, in one list.
    ///
    /// @param clauses such as `Value 'a' at 'roleSessionName' failed to satisfy constraint: …`
    public static AwsError constraints(List<String> clauses) {
        return validationError(
                clauses.size()
                        + (clauses.size() == 1 ? " validation error" : " validation errors")
                        + " detected: "
                        + String.join("; ", clauses));
    }

    /// IAM's own check of a name.
    ///
    /// @param parameter lower camel: `userName`
    public static AwsError invalidName(String parameter) {
        return specified(
                parameter,
                "It must contain only alphanumeric characters and/or the following: +=,.@_-");
    }

    public static AwsError invalidPath() {
        return specified(
                "path",
                "It must begin and end with / and contain only alphanumeric characters and/or /"
                        + " characters.");
    }

    public static AwsError invalidPathPrefix() {
        return specified(
                "pathPrefix",
                "It must begin with the / character and contain only alphanumeric characters and/or"
                        + " / characters.");
    }

    public static AwsError invalidPolicyDocumentCharacters() {
        return specified("policyDocument", "It must contain only printable ASCII characters.");
    }

    /// IAM: a name that a read needs, or a tag's key or value.
    ///
    /// @param parameter as on the wire: `RoleName`, `Tags.member.1.Key`
    public static AwsError missingParameter(String parameter) {
        return AwsError.of(
                400,
                "MissingParameter",
                "The request must contain the parameter " + parameter + ".");
    }

    /// A call about oneself from credentials that are no user's.
    public static AwsError mustSpecifyUserName() {
        return validationError("Must specify userName when calling with non-User credentials");
    }

    /// STS: the text is no ARN of a role.
    public static AwsError invalidArn(String value) {
        return validationError(value + " is invalid");
    }

    private static AwsError specified(String parameter, String rule) {
        return validationError("The specified value for " + parameter + " is invalid. " + rule);
    }

    private static AwsError validationError(String message) {
        return AwsError.of(400, "ValidationError", message);
    }
}

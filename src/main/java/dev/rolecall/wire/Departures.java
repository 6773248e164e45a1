package dev.rolecall.wire;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.ValidationErrors;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Where live STS and IAM differ from their own models, by name: each line is an observation of the
/// truth sheet (§2.2, §3.3.1), and none is a rule that could be derived.
final class Departures {
    /// Greatest lengths that the live service has and the model has not, by operation and member.
    private static final Map<String, Integer> LENGTHS =
            Map.of(
                    // The model says 64; 256 passes and 257 is refused with the ordinary text.
                    "AssumeRole.SourceIdentity", 256,
                    // The model has none here; 2,238 characters were refused at 'policy'.
                    "AssumeRole.Policy", 2048);

    /// Values that STS does not echo.
    private static final Set<String> SILENT =
            Set.of(
                    "AssumeRoleWithWebIdentity.RoleArn",
                    "AssumeRoleWithWebIdentity.WebIdentityToken");

    /// Names that IAM checks with a text of its own instead of quoting the pattern.
    private static final Set<String> NAMES =
            Set.of("userName", "roleName", "policyName", "newUserName");

    /// STS members that must be an ARN, said after all else is well.
    private static final Set<String> ARNS = Set.of("RoleArn", "PrincipalArn");

    private Departures() {}

    static OptionalLong greatest(Operation operation, String member, OptionalLong model) {
        Integer length = LENGTHS.get(operation.name() + "." + member);
        return length == null ? model : OptionalLong.of(length);
    }

    /// Whether the message names the value: STS does, IAM no longer does.
    static boolean echoes(Operation operation, String member) {
        return operation.service() == AwsService.STS
                && !SILENT.contains(operation.name() + "." + member);
    }

    /// The error for a value of IAM that fails its pattern, where it is not the ordinary one.
    ///
    /// @param parameter lower camel
    static Optional<AwsError> pattern(Operation operation, String parameter) {
        if (operation.service() != AwsService.IAM) {
            return Optional.empty();
        }
        if (NAMES.contains(parameter)) {
            return Optional.of(ValidationErrors.invalidName(parameter));
        }
        return switch (parameter) {
            case "path" -> Optional.of(ValidationErrors.invalidPath());
            case "pathPrefix" -> Optional.of(ValidationErrors.invalidPathPrefix());
            case "policyDocument" ->
                    Optional.of(ValidationErrors.invalidPolicyDocumentCharacters());
            default -> Optional.empty();
        };
    }

    /// Whether a missing member is MissingParameter: at IAM's reads, and in a tag.
    ///
    /// @param path the member's path on the wire
    static boolean missingParameter(Operation operation, String path) {
        return operation.service() == AwsService.IAM
                && (operation.name().startsWith("Get")
                        || operation.name().startsWith("List")
                        || path.startsWith("Tags.member."));
    }

    static boolean mustBeArn(Operation operation, String member) {
        return operation.service() == AwsService.STS && ARNS.contains(member);
    }

    /// Java reads the model's `\u10000-\u10FFFF` as other characters; live AWS refuses
    /// supplementary characters there all the same.
    static String javaPattern(String pattern) {
        return pattern.replace("\\u10000-\\u10FFFF", "");
    }
}

package dev.rolecall.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What IAM asks of the text of a `Resource` in an identity policy.
final class ResourceShape {
    private static final int ARN_COLONS = 5;

    /// `*` is not in AWS's list of partitions, but stands in many of AWS's own managed policies.
    private static final Set<String> PARTITIONS =
            Set.of(
                    "aws",
                    "aws-cn",
                    "aws-us-gov",
                    "aws-iso",
                    "aws-iso-b",
                    "aws-iso-e",
                    "aws-iso-f",
                    "aws-eusc",
                    "*");

    private static final List<String> IAM_PATHS =
            List.of(
                    "user/",
                    "federated-user/",
                    "role/",
                    "group/",
                    "instance-profile/",
                    "mfa/",
                    "server-certificate/",
                    "policy/",
                    "sms-mfa/",
                    "saml-provider/",
                    "oidc-provider/",
                    "report/",
                    "access-report/");

    private ResourceShape() {}

    /// @param message IAM's text
    record Flaw(String message) {}

    static Optional<Flaw> check(String resource) {
        if (resource.equals("*")) {
            return Optional.empty();
        }
        String[] parts = resource.split(":", ARN_COLONS + 1);
        if (!parts[0].equals("arn") || parts.length == 1) {
            return flaw("Resource " + resource + " must be in ARN format or \"*\".");
        }
        if (!PARTITIONS.contains(parts[1])) {
            return flaw(partition(parts));
        }
        if (parts.length == 2 || parts[2].contains("*") || parts[2].contains("?")) {
            return flaw("Resource vendor must be fully qualified and cannot contain regexes.");
        }
        return ofService(resource, parts);
    }

    /// The ARN as IAM completes it for its message.
    private static String partition(String[] parts) {
        StringBuilder arn = new StringBuilder("arn:").append(parts[1]);
        for (int i = 2; i <= ARN_COLONS; i++) {
            arn.append(':').append(i < parts.length ? parts[i] : "*");
        }
        return "Partition \"" + parts[1] + "\" is not valid for resource \"" + arn + "\".";
    }

    private static Optional<Flaw> ofService(String resource, String[] parts) {
        boolean region = parts.length > 3 && !parts[3].isEmpty();
        // Access points and the like have a region and an account; buckets have neither.
        boolean account = parts.length > 4 && !parts[4].isEmpty();
        if (parts[2].equals("s3") && region && !account) {
            return flaw("Resource " + resource + " can not contain region information.");
        }
        if (parts[2].equals("iam") && region) {
            return flaw("IAM resource " + resource + " cannot contain region information.");
        }
        boolean path =
                parts.length <= ARN_COLONS
                        || parts[ARN_COLONS].equals("*")
                        || IAM_PATHS.stream().anyMatch(parts[ARN_COLONS]::startsWith);
        if (parts[2].equals("iam") && !path) {
            return flaw(
                    "IAM resource path must either be \"*\" or start with "
                            + String.join(", ", IAM_PATHS)
                            + ".");
        }
        return Optional.empty();
    }

    /// The older parser wants all six parts of an ARN that leaves one empty, and a service.
    static boolean passesLegacyParser(String resource) {
        if (resource.equals("*")) {
            return true;
        }
        long colons = resource.chars().filter(c -> c == ':').count();
        boolean service = colons < 2 || !resource.split(":", 4)[2].isEmpty();
        return service && (colons >= ARN_COLONS || !resource.contains("::"));
    }

    private static Optional<Flaw> flaw(String message) {
        return Optional.of(new Flaw(message));
    }
}

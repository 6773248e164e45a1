package dev.rolecall.policy;

import java.util.List;
import java.util.Locale;

/// A request, with what every statement would else compute again.
final class Asked {
    private static final String EVERYTHING = "*";

    private final AccessRequest request;
    private final String action;
    private final String resource;
    private final List<String> parts;

    Asked(AccessRequest request) {
        this.request = request;
        this.action = request.action().toLowerCase(Locale.ROOT);
        this.resource = resource(request.resource(), action);
        this.parts = arnParts(resource);
    }

    /// S3 compares ListBuckets with `arn:aws:s3:::*`, though the action has no resource ("Actions,
    /// resources, and condition keys for Amazon S3").
    private static String resource(String resource, String action) {
        return resource.equals(EVERYTHING) && action.equals("s3:listallmybuckets")
                ? "arn:aws:s3:::*"
                : resource;
    }

    /// The six parts of an ARN, or none if the text is no ARN.
    static List<String> arnParts(String text) {
        String[] parts = text.split(":", 6);
        return parts.length == 6 && parts[0].equals("arn") ? List.of(parts) : List.of();
    }

    AccessRequest request() {
        return request;
    }

    Principal principal() {
        return request.principal();
    }

    Context context() {
        return request.context();
    }

    /// In lower case.
    String action() {
        return action;
    }

    String resource() {
        return resource;
    }

    /// Empty if the resource is no ARN.
    List<String> resourceParts() {
        return parts;
    }
}

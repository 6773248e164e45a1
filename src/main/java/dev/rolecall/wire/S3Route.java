package dev.rolecall.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How one S3 operation is recognised.
///
/// @param query constant query parameters: `acl`, `list-type=2`
/// @param parameters query parameters that must be there
/// @param headers headers that must be there
record S3Route(
        Operation operation,
        Level level,
        List<String> query,
        List<String> parameters,
        List<String> headers) {

    /// Operations with an address of their own, or an older twin of another one; a request that
    /// could be theirs is the other's.
    static final Set<String> NEVER =
            Set.of(
                    "ListDirectoryBuckets",
                    "WriteGetObjectResponse",
                    "GetBucketLifecycle",
                    "PutBucketLifecycle",
                    "GetBucketNotification",
                    "PutBucketNotification");

    /// Parameters that name a part of a resource without being constants of the model.
    static final Set<String> PARTS = Set.of("uploadId");

    private enum Level {
        SERVICE,
        BUCKET,
        OBJECT
    }

    static S3Route of(Operation operation) {
        String uri = operation.uri();
        int mark = uri.indexOf('?');
        String path = mark < 0 ? uri : uri.substring(0, mark);
        List<String> query = mark < 0 ? List.of() : List.of(uri.substring(mark + 1).split("&", -1));
        return new S3Route(
                operation,
                level(path),
                query,
                required(operation, "querystring"),
                required(operation, "header"));
    }

    /// The constant keys that name a part of a resource: `policy`, but not `list-type=2`.
    List<String> partKeys() {
        List<String> keys = new ArrayList<>();
        for (String key : query) {
            if (key.indexOf('=') < 0) {
                keys.add(key);
            }
        }
        return keys;
    }

    /// Whether the route leads to a part of a resource, such as its policy.
    boolean isPart() {
        return !partKeys().isEmpty() || !Collections.disjoint(parameters, PARTS);
    }

    boolean takes(HttpIn in, Form form, S3Place place) {
        return operation.method().equals(in.method())
                && level == level(place)
                && hasConstants(form)
                && form.values().keySet().containsAll(parameters)
                && in.headers().keySet().containsAll(headers);
    }

    /// A constant query key says more than a parameter, a parameter more than a header.
    int weight() {
        return query.size() * 100 + parameters.size() * 10 + headers.size();
    }

    private boolean hasConstants(Form form) {
        for (String constant : query) {
            int equals = constant.indexOf('=');
            String name = equals < 0 ? constant : constant.substring(0, equals);
            String value = equals < 0 ? "" : constant.substring(equals + 1);
            if (!form.has(name) || (equals >= 0 && !value.equals(form.values().get(name)))) {
                return false;
            }
        }
        return true;
    }

    private static Level level(String path) {
        if (path.contains("{Key+}")) {
            return Level.OBJECT;
        }
        return path.contains("{Bucket}") ? Level.BUCKET : Level.SERVICE;
    }

    private static Level level(S3Place place) {
        if (place.key().isPresent()) {
            return Level.OBJECT;
        }
        return place.bucket().isPresent() ? Level.BUCKET : Level.SERVICE;
    }

    private static List<String> required(Operation operation, String location) {
        List<String> names = new ArrayList<>();
        Optional<Shape> input = operation.input();
        if (input.isPresent()) {
            for (Shape.Member member : input.get().members()) {
                if (member.required() && member.location().equals(location)) {
                    names.add(member.wireName());
                }
            }
        }
        return List.copyOf(names);
    }
}

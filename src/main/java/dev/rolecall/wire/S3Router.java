package dev.rolecall.wire;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.ProtocolErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Routes S3's REST protocol: method, path level, constant query keys, required query parameters
/// and headers; the most specific match wins.
final class S3Router {
    private S3Router() {}

    static Routed route(HttpIn in) {
        Form query = Form.parse(in.rawQuery());
        Optional<S3Place> place = S3Place.of(in);
        if (place.isEmpty()) {
            return Routed.refused(
                    AwsService.S3, in, query, ProtocolErrors.invalidUri(in.rawPath()));
        }
        Optional<S3Route> route = best(in, query, place.get());
        return new Routed(
                AwsService.S3,
                in,
                route.map(S3Route::operation),
                route.isPresent() ? Optional.empty() : Optional.of(refusal(in, place.get())),
                query,
                place.get().bucket(),
                place.get().key());
    }

    /// A query that names a part of a resource never falls back to the whole: `DELETE
    /// /bucket?policy` with a slip in it must not delete the bucket.
    private static Optional<S3Route> best(HttpIn in, Form query, S3Place place) {
        // Plain loops: a process's first request pays for every lambda that it meets.
        boolean part = !Collections.disjoint(query.values().keySet(), Routes.PARTS);
        S3Route best = null;
        for (S3Route route : Routes.ALL) {
            boolean fits = route.isPart() == part && route.takes(in, query, place);
            if (fits && (best == null || route.weight() > best.weight())) {
                best = route;
            }
        }
        return Optional.ofNullable(best);
    }

    private static AwsError refusal(HttpIn in, S3Place place) {
        String type =
                place.key().isPresent()
                        ? "OBJECT"
                        : place.bucket().isPresent() ? "BUCKET" : "SERVICE";
        return ProtocolErrors.methodNotAllowed(in.method(), type);
    }

    /// Made at the first S3 request.
    private static final class Routes {
        static final List<S3Route> ALL = all();

        /// Query keys that name a part of a resource.
        static final Set<String> PARTS = parts();

        private static Set<String> parts() {
            Set<String> parts = new HashSet<>(S3Route.PARTS);
            for (S3Route route : ALL) {
                parts.addAll(route.partKeys());
            }
            return parts;
        }

        private static List<S3Route> all() {
            List<S3Route> routes = new ArrayList<>();
            for (Operation operation : Operation.all(AwsService.S3)) {
                if (!S3Route.NEVER.contains(operation.name())) {
                    routes.add(S3Route.of(operation));
                }
            }
            return List.copyOf(routes);
        }
    }
}

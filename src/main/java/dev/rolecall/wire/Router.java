package dev.rolecall.wire;

import java.util.Optional;

/// Finds the service and the operation of a request.
public final class Router {
    private Router() {}

    /// Where the request goes. Reads the body of an STS or IAM request, and of no other.
    ///
    /// The service is that of the credential scope, else that of the query's `Version` and
    /// `Action`, else S3.
    public static Routed route(HttpIn in) {
        Optional<AwsService> scope = Scope.service(in);
        boolean query = scope.map(s -> s != AwsService.S3).orElseGet(() -> QueryRouter.isQuery(in));
        return query ? QueryRouter.route(scope, in) : S3Router.route(in);
    }
}

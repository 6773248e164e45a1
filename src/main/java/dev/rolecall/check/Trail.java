package dev.rolecall.check;

import dev.rolecall.guard.Recorded;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.policy.Principal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Requests of the audit trail, narrowed step by step. What a request asked for is read from the
/// questions that were put to the policies, so that every client and every operation counts that
/// needs the same permission.
public record Trail(List<Recorded> requests) {

    public Trail {
        requests = List.copyOf(requests);
    }

    /// Those of a principal. A user made anew under the same name is another one.
    public Trail by(Principal principal) {
        return only(request -> request.principal().equals(principal));
    }

    /// Those signed with this key.
    public Trail signedWith(String accessKeyId) {
        return only(request -> request.accessKeyId().equals(accessKeyId));
    }

    /// Those of an operation, such as `GetObject`.
    public Trail operation(String... names) {
        return only(request -> List.of(names).contains(request.operation()));
    }

    /// Those that needed this permission, on whatever resource.
    public Trail asking(String action) {
        return only(request -> request.asked().stream().anyMatch(a -> a.action().equals(action)));
    }

    /// Those that needed this permission on this resource.
    public Trail asking(String action, String resource) {
        return only(request ->
                request.asked().stream()
                        .anyMatch(a -> a.action().equals(action) && a.resource().equals(resource)));
    }

    /// Those that were carried out.
    public Trail succeeded() {
        return only(Recorded::succeeded);
    }

    /// Those that AWS refused because the policies said no; not those with a wrong signature or a
    /// missing bucket.
    public Trail refused() {
        return only(request ->
                request.errorCode().equals("AccessDenied")
                        && request.asked().stream().anyMatch(Trail::saidNo));
    }

    /// Those that ended in this error.
    public Trail failedWith(String errorCode) {
        return only(request -> request.errorCode().equals(errorCode));
    }

    /// Those that came later than another.
    public Trail after(Recorded other) {
        return only(request -> request.number() > other.number());
    }

    /// Those that came earlier than another.
    public Trail before(Recorded other) {
        return only(request -> request.number() < other.number());
    }

    /// Those that fulfil a condition of the author's own.
    public Trail only(Predicate<Recorded> condition) {
        return new Trail(requests.stream().filter(condition).toList());
    }

    public boolean none() {
        return requests.isEmpty();
    }

    public Optional<Recorded> first() {
        return requests.isEmpty() ? Optional.empty() : Optional.of(requests.getFirst());
    }

    public Optional<Recorded> last() {
        return requests.isEmpty() ? Optional.empty() : Optional.of(requests.getLast());
    }

    private static boolean saidNo(Recorded.Asked asked) {
        return asked.decision() != Evaluation.Decision.ALLOW;
    }
}

package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.IamState;
import dev.rolecall.iam.ManagedPolicy;
import dev.rolecall.iam.Policies;
import dev.rolecall.iam.Role;
import dev.rolecall.policy.DocumentCheck;
import dev.rolecall.policy.DocumentRules;
import dev.rolecall.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Checks documents that are taken over. LocalStack stores what AWS refuses: such a document is
/// kept, grants nothing, and is named. One that says what ours says stays as ours is.
final class AdoptedDocuments {
    private final Function<IamState, LastNames> names;
    private final List<String> problems = new ArrayList<>();

    /// @param names unique ids and ARNs in a state
    AdoptedDocuments(Function<IamState, LastNames> names) {
        this.names = names;
    }

    List<String> problems() {
        return problems;
    }

    Policies checked(EntityRef entity, Policies its, Optional<Policies> mine) {
        Map<String, PolicyDocument> inline = new HashMap<>();
        its.inline()
                .forEach((name, document) ->
                        inline.put(
                                name,
                                identity(
                                        entity + ": AWS would refuse its inline policy " + name,
                                        document,
                                        mine.flatMap(
                                                p -> Optional.ofNullable(p.inline().get(name))))));
        return new Policies(inline, its.attached());
    }

    ManagedPolicy checked(ManagedPolicy its, Optional<ManagedPolicy> mine) {
        List<ManagedPolicy.Version> versions =
                its.versions().stream()
                        .map(v ->
                                new ManagedPolicy.Version(
                                        v.id(),
                                        v.created(),
                                        identity(
                                                EntityRef.policy(its.name())
                                                        + ": AWS would refuse its version "
                                                        + v.id(),
                                                v.document(),
                                                mine.flatMap(p -> p.version(v.id()))
                                                        .map(ManagedPolicy.Version::document))))
                        .toList();
        int next = mine.map(ManagedPolicy::nextVersion).orElse(0);
        return Copies.of(its, versions, Math.max(next, its.nextVersion()));
    }

    private PolicyDocument identity(
            String refused, PolicyDocument its, Optional<PolicyDocument> mine) {
        return mine.filter(m -> same(m, its))
                .orElseGet(() -> kept(refused, its, DocumentRules.identity(ContainerText.of(its))));
    }

    /// @param mine the role as it was here, if it was
    /// @param state all that there is, the roles and users that were just taken over too
    PolicyDocument trust(Optional<Role> mine, Role its, IamState state) {
        LastNames known = names.apply(state);
        return mine.filter(m -> same(Shown.withArns(m, known).trust(), its.trust()))
                .map(Role::trust)
                .orElseGet(() ->
                        kept(
                                EntityRef.role(its.name()) + ": AWS would refuse its trust policy",
                                its.trust(),
                                DocumentRules.trust(ContainerText.of(its.trust()), known)));
    }

    private PolicyDocument kept(String refused, PolicyDocument its, DocumentCheck check) {
        return switch (check) {
            case DocumentCheck.Valid(PolicyDocument document) -> document;
            case DocumentCheck.Invalid invalid -> {
                problems.add(refused + " (" + invalid.message() + "), so it grants nothing");
                yield RefusedDocument.of(ContainerText.of(its), invalid.message());
            }
        };
    }

    private static boolean same(PolicyDocument mine, PolicyDocument its) {
        return JsonTexts.same(ContainerText.of(mine), ContainerText.of(its));
    }
}

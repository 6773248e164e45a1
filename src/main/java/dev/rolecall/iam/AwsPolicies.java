package dev.rolecall.iam;

import dev.rolecall.policy.PolicyDocument;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The policies that AWS manages, with their true documents.
///
/// They lie in [AwsPolicyLine#DRAWERS] resources by the hash of their name, so that one policy is
/// found by reading one small resource, and nothing is read before the first question.
final class AwsPolicies {
    private static final String ARN = "arn:aws:iam::aws:policy/";

    private final Map<String, ManagedPolicy> found = new ConcurrentHashMap<>();
    private volatile List<PolicyFacts> all = List.of();

    /// The policy of that very ARN.
    Optional<ManagedPolicy> find(String arn) {
        ManagedPolicy known = found.get(arn);
        if (known != null || !arn.startsWith(ARN)) {
            return Optional.ofNullable(known);
        }
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        Optional<ManagedPolicy> policy =
                lines(AwsPolicyLine.drawer(name)).stream()
                        .filter(line -> line.startsWith(name + "\t"))
                        .map(AwsPolicyLine::parse)
                        .filter(line -> line.facts().arn().equals(arn))
                        .findFirst()
                        .map(AwsPolicies::policy);
        policy.ifPresent(p -> found.put(arn, p));
        return policy;
    }

    /// All of them without documents, by name.
    List<PolicyFacts> all() {
        if (all.isEmpty()) {
            List<PolicyFacts> facts = new ArrayList<>();
            for (int drawer = 0; drawer < AwsPolicyLine.DRAWERS; drawer++) {
                lines(drawer).forEach(line -> facts.add(AwsPolicyLine.parse(line).facts()));
            }
            facts.sort(Comparator.comparing(PolicyFacts::name));
            all = List.copyOf(facts);
        }
        return all;
    }

    private static ManagedPolicy policy(AwsPolicyLine line) {
        PolicyFacts facts = line.facts();
        String version = facts.defaultVersion();
        PolicyDocument document = PolicyDocument.parse(line.document());
        return new ManagedPolicy(
                facts.account(),
                facts.path(),
                facts.name(),
                facts.id(),
                facts.created(),
                facts.updated(),
                "",
                List.of(new ManagedPolicy.Version(version, facts.updated(), document)),
                version,
                Integer.parseInt(version.substring(1)) + 1,
                Map.of());
    }

    private static List<String> lines(int drawer) {
        String resource = AwsPolicyLine.resource(drawer);
        try (InputStream in = AwsPolicies.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + resource);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

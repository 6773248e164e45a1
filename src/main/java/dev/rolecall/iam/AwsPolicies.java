package dev.rolecall.iam;

import dev.rolecall.policy.PolicyDocument;
import java.io.IOException;
import java.io.InputStream;
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
        Optional<ManagedPolicy> policy =
                line(arn.substring(arn.lastIndexOf('/') + 1))
                        .filter(line -> line.facts().arn().equals(arn))
                        .map(AwsPolicies::policy);
        policy.ifPresent(p -> found.put(arn, p));
        return policy;
    }

    private static Optional<AwsPolicyLine> line(String name) {
        for (String line : lines(AwsPolicyLine.drawer(name))) {
            if (AwsPolicyLine.isOf(name, line)) {
                return Optional.of(AwsPolicyLine.parse(line));
            }
        }
        return Optional.empty();
    }

    /// All of them without documents, by name.
    List<PolicyFacts> all() {
        if (all.isEmpty()) {
            List<PolicyFacts> facts = new ArrayList<>();
            for (int drawer = 0; drawer < AwsPolicyLine.DRAWERS; drawer++) {
                for (String line : lines(drawer)) {
                    facts.add(AwsPolicyLine.parse(line).facts());
                }
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
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.rolecall.localstack.mirror;

import java.util.List;

/// What came of taking over what the container has.
///
/// @param adopted the entities that are now here as they are there
/// @param problems one line each, naming the entity if there is one: documents that AWS would
///   refuse, which grant nothing; policies and boundaries that do not exist
/// @param needNewKey the ids of access keys whose secret nobody knows: their users need new ones
public record Adopted(List<EntityRef> adopted, List<String> problems, List<String> needNewKey) {
    public Adopted {
        adopted = List.copyOf(adopted);
        problems = List.copyOf(problems);
        needNewKey = List.copyOf(needNewKey);
    }

    /// One line, and nothing taken over.
    static Adopted problem(String line) {
        return new Adopted(List.of(), List.of(line), List.of());
    }

    static Adopted all(List<Adopted> parts) {
        return new Adopted(
                parts.stream().flatMap(p -> p.adopted().stream()).toList(),
                parts.stream().flatMap(p -> p.problems().stream()).toList(),
                parts.stream().flatMap(p -> p.needNewKey().stream()).toList());
    }
}

package dev.rolecall.localstack.mirror;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is known of the container beside IAM's own state. Immutable, and made of texts only, so
/// that it can be saved with a run ([dev.rolecall.json.Saved]).
///
/// @param keys our access key ids to the container's, which mints its own
/// @param arns unique ids that trust policies mention to the ARN that the owner had last: the
///   container is sent ARNs, also of owners who are gone
/// @param made what was made through us, `ACCOUNT THING`, to the unique id that the container gave
///   it; empty for what has none. In a container that others use nothing else is deleted
/// @param unknownPolicies ARNs of AWS managed policies that the container does not have
/// @param imported the accounts that were taken over when they were first met
/// @param session which start of the container that was, where others use it too and it says so
public record MirrorState(
        Map<String, String> keys,
        Map<String, String> arns,
        Map<String, String> made,
        Set<String> unknownPolicies,
        Set<String> imported,
        Optional<String> session) {

    public MirrorState {
        keys = Map.copyOf(keys);
        arns = Map.copyOf(arns);
        made = Collections.unmodifiableMap(new TreeMap<>(made));
        unknownPolicies = Set.copyOf(unknownPolicies);
        imported = Collections.unmodifiableSet(new TreeSet<>(imported));
    }

    /// Nothing was ever sent.
    public static MirrorState empty() {
        return new MirrorState(Map.of(), Map.of(), Map.of(), Set.of(), Set.of(), Optional.empty());
    }

    /// The container's id of one of our keys.
    Optional<String> keyThere(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    /// Our id of one of the container's keys.
    Optional<String> keyHere(String theirId) {
        return keys.entrySet().stream()
                .filter(key -> key.getValue().equals(theirId))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    MirrorState withKey(String keyId, String theirId) {
        Map<String, String> more = new HashMap<>(keys);
        more.put(keyId, theirId);
        return new MirrorState(more, arns, made, unknownPolicies, imported, session);
    }

    MirrorState withoutKey(String keyId) {
        Map<String, String> fewer = new HashMap<>(keys);
        fewer.remove(keyId);
        return new MirrorState(fewer, arns, made, unknownPolicies, imported, session);
    }

    MirrorState withArns(Map<String, String> seen) {
        if (arns.entrySet().containsAll(seen.entrySet())) {
            return this;
        }
        Map<String, String> more = new HashMap<>(arns);
        more.putAll(seen);
        return new MirrorState(keys, more, made, unknownPolicies, imported, session);
    }

    Optional<String> made(String account, String thing) {
        return Optional.ofNullable(made.get(account + " " + thing));
    }

    MirrorState withMade(String account, String thing, String theirId) {
        Map<String, String> more = new HashMap<>(made);
        more.put(account + " " + thing, theirId);
        return withMade(more);
    }

    /// Without the thing and what hung on it.
    MirrorState withoutMade(String account, String thing) {
        String whole = account + " " + thing;
        Map<String, String> fewer = new HashMap<>(made);
        fewer.keySet().removeIf(t -> t.equals(whole) || t.startsWith(whole + " "));
        return withMade(fewer);
    }

    /// The thing, and what hangs on it, under another name.
    MirrorState renamed(String account, String thing, String other) {
        String whole = account + " " + thing;
        Map<String, String> after = new HashMap<>();
        made.forEach((t, id) -> {
            boolean its = t.equals(whole) || t.startsWith(whole + " ");
            after.put(its ? account + " " + other + t.substring(whole.length()) : t, id);
        });
        return withMade(after);
    }

    private MirrorState withMade(Map<String, String> after) {
        return new MirrorState(keys, arns, after, unknownPolicies, imported, session);
    }

    MirrorState withUnknownPolicy(String arn) {
        Set<String> more = new HashSet<>(unknownPolicies);
        more.add(arn);
        return new MirrorState(keys, arns, made, more, imported, session);
    }

    MirrorState withImported(String account) {
        Set<String> more = new HashSet<>(imported);
        more.add(account);
        return new MirrorState(keys, arns, made, unknownPolicies, more, session);
    }

    /// For another container, which knows nothing of what the last one had; what is gone keeps its
    /// ARN.
    MirrorState forAnother() {
        return new MirrorState(Map.of(), arns, Map.of(), Set.of(), imported, Optional.empty());
    }

    /// For another container that others use: every account is met anew.
    MirrorState forStrangers() {
        return new MirrorState(Map.of(), arns, Map.of(), Set.of(), Set.of(), Optional.empty());
    }

    MirrorState in(Optional<String> nowSession) {
        return new MirrorState(keys, arns, made, unknownPolicies, imported, nowSession);
    }

    /// Whether that is another start of the container than the one that is known.
    boolean isAnother(Optional<String> nowSession) {
        return session.isPresent() && nowSession.isPresent() && !session.equals(nowSession);
    }
}

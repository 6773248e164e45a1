package dev.rolecall.localstack.mirror;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.iam.IamClient;

/// One request that changes something in the container.
///
/// @param operation IAM's name for it, such as `CreateUser`
/// @param remedy the unique id of the entity that is made anew if the container does not do this
/// @param unless the ARN of an AWS managed policy without which the request cannot be done, and
///   need not
record Call(
        String operation,
        Effect effect,
        Sending sending,
        Optional<String> remedy,
        Optional<String> unless) {

    /// Sends the request and returns what the container minted: a unique id, a key id, a version;
    /// empty if nothing.
    @FunctionalInterface
    interface Sending {
        String send(IamClient iam, MirrorState state);
    }

    /// What is there afterwards. A thing is named by its entity's [EntityRef] and, if it hangs on
    /// that, more words.
    sealed interface Effect {}

    record Makes(String thing) implements Effect {}

    /// @param version the number that it is to get
    record MakesVersion(String thing, String version) implements Effect {}

    /// @param keyId ours
    record MakesKey(String keyId) implements Effect {}

    record Unmakes(String thing) implements Effect {}

    /// @param keyId ours
    record UnmakesKey(String keyId) implements Effect {}

    record Renames(String thing, String other) implements Effect {}

    record Alters(String thing) implements Effect {}

    static Call of(String operation, Effect effect, Sending sending) {
        return new Call(operation, effect, sending, Optional.empty(), Optional.empty());
    }

    /// @param sending returns the unique id that the container gave the thing
    static Call makes(String operation, Object thing, Function<IamClient, String> sending) {
        return of(operation, new Makes(thing.toString()), (iam, _) -> sending.apply(iam));
    }

    /// Makes what has no id of its own.
    static Call links(String operation, Object thing, Consumer<IamClient> sending) {
        return of(operation, new Makes(thing.toString()), mintingNothing(sending));
    }

    static Call unmakes(String operation, Object thing, Consumer<IamClient> sending) {
        return of(operation, new Unmakes(thing.toString()), mintingNothing(sending));
    }

    static Call alters(String operation, Object thing, Consumer<IamClient> sending) {
        return of(operation, new Alters(thing.toString()), mintingNothing(sending));
    }

    static Call renames(
            String operation, EntityRef thing, EntityRef other, Consumer<IamClient> sending) {
        return of(
                operation,
                new Renames(thing.toString(), other.toString()),
                mintingNothing(sending));
    }

    private static Sending mintingNothing(Consumer<IamClient> sending) {
        return (iam, _) -> {
            sending.accept(iam);
            return "";
        };
    }

    Call orAnew(String uniqueId) {
        return new Call(operation, effect, sending, Optional.of(uniqueId), unless);
    }

    Call unlessUnknown(String policyArn) {
        return new Call(operation, effect, sending, remedy, Optional.of(policyArn));
    }
}

package dev.rolecall.s3;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import software.amazon.awssdk.core.SdkPojo;

/// What becomes of each kind of request on a [Stage] before it is sent to the container.
final class Plays {
    private final Map<Class<?>, Play> byRequest = new HashMap<>();

    /// One play. Where it answers, that is the answer, for AWS tells more than the container does.
    ///
    /// @param forwarded whether the container has a part in it
    record Play(BiFunction<Stage, SdkPojo, Optional<Object>> acts, boolean forwarded) {

        Optional<Object> on(Stage stage, SdkPojo request) {
            return acts.apply(stage, request);
        }
    }

    /// Every operation but those that have a method of their own.
    static Plays all() {
        Plays plays = new Plays();
        BucketPlays.add(plays);
        ObjectPlays.add(plays);
        return plays;
    }

    Optional<Play> of(Class<?> request) {
        return Optional.ofNullable(byRequest.get(request));
    }

    /// Nothing of it is refused here.
    void sent(Class<?> request) {
        byRequest.put(request, new Play((_, _) -> Optional.empty(), true));
    }

    /// It is refused if the check throws.
    <R extends SdkPojo> void checked(Class<R> type, BiConsumer<Stage, R> check) {
        byRequest.put(
                type,
                new Play(
                        (stage, request) -> {
                            check.accept(stage, type.cast(request));
                            return Optional.empty();
                        },
                        true));
    }

    /// The container carries it out, and the answer is given here.
    <R extends SdkPojo> void answered(Class<R> type, BiFunction<Stage, R, Object> answer) {
        byRequest.put(type, played(type, answer, true));
    }

    /// The container has no such operation.
    <R extends SdkPojo> void kept(Class<R> type, BiFunction<Stage, R, Object> answer) {
        byRequest.put(type, played(type, answer, false));
    }

    private static <R extends SdkPojo> Play played(
            Class<R> type, BiFunction<Stage, R, Object> answer, boolean forwarded) {
        return new Play(
                (stage, request) -> Optional.of(answer.apply(stage, type.cast(request))),
                forwarded);
    }
}

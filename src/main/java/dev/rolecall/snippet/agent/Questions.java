package dev.rolecall.snippet.agent;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/// Asks the shell for users' keys.
final class Questions {
    private final Link link;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, CompletableFuture<List<String>>> open = new ConcurrentHashMap<>();

    Questions(Link link) {
        this.link = link;
    }

    /// A user's newest active key.
    ///
    /// @throws IllegalArgumentException if there is none; the message says which keys there are
    Keys keysOf(String userName) {
        String number = Long.toString(numbers.incrementAndGet());
        CompletableFuture<List<String>> answer = new CompletableFuture<>();
        open.put(number, answer);
        try {
            link.send(Frame.texts(Frame.Kind.ASK, List.of(number, String.valueOf(userName))));
            return understood(answer.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking for a key", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            open.remove(number);
        }
    }

    /// Takes an answer from the link.
    void answered(List<String> texts) {
        CompletableFuture<List<String>> answer = open.get(texts.getFirst());
        if (answer != null) {
            answer.complete(texts.subList(1, texts.size()));
        }
    }

    private static Keys understood(List<String> answer) {
        if (answer.size() == 1) {
            throw new IllegalArgumentException(answer.getFirst());
        }
        return Keys.from(answer, 0);
    }
}

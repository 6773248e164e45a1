package dev.rolecall.cloud;

import dev.rolecall.wire.HttpIn;
import dev.rolecall.wire.HttpOut;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Records what each snippet asked and was answered, and plays it back when the snippets so far run
/// again in a new JVM: they get the answers they got before, and touch no cloud.
public final class Tape {
    /// An answer with a longer body is not kept: an object may be of any size.
    private static final int LONGEST_BODY = 64 * 1024;

    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Exchange> unplayed = new ArrayList<>();
    private String snippet = "";
    private boolean playing;

    /// From now on requests belong to this snippet.
    public synchronized void record(String snippetId) {
        snippet = snippetId;
        playing = false;
        unplayed.clear();
    }

    /// From now on requests are answered with what this snippet was answered before.
    public synchronized void play(String snippetId) {
        playing = true;
        unplayed.clear();
        exchanges.stream().filter(e -> e.snippet().equals(snippetId)).forEach(unplayed::add);
    }

    /// Requests belong to no snippet any more, and the cloud answers.
    public synchronized void idle() {
        record("");
    }

    /// All that was recorded, to be saved.
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /// Puts what was saved in place of what the tape has.
    public synchronized void restore(List<Exchange> saved) {
        exchanges.clear();
        exchanges.addAll(saved);
    }

    HttpOut through(HttpIn in, Function<HttpIn, HttpOut> cloud) {
        String fingerprint = fingerprint(in);
        String owner;
        synchronized (this) {
            if (playing) {
                return playback(fingerprint);
            }
            owner = snippet;
        }
        HttpOut out = cloud.apply(in);
        return owner.isEmpty() ? out : kept(owner, fingerprint, out);
    }

    private HttpOut playback(String fingerprint) {
        Optional<Exchange> answer =
                unplayed.stream().filter(e -> e.fingerprint().equals(fingerprint)).findFirst();
        if (answer.isEmpty() || !answer.get().whole()) {
            // 400 rather than 5xx: the SDK would retry, and there is nothing to wait for.
            return HttpOut.of(400, Map.of(), new byte[0]);
        }
        unplayed.remove(answer.get());
        Exchange exchange = answer.get();
        byte[] body = Base64.getDecoder().decode(exchange.body());
        return HttpOut.of(exchange.status(), exchange.headers(), body);
    }

    private HttpOut kept(String owner, String fingerprint, HttpOut out) {
        if (out.length() > LONGEST_BODY) {
            add(new Exchange(owner, fingerprint, out.status(), out.headers(), "", false));
            return out;
        }
        byte[] body;
        try (InputStream in = out.body()) {
            body = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String encoded = Base64.getEncoder().encodeToString(body);
        add(new Exchange(owner, fingerprint, out.status(), out.headers(), encoded, true));
        // A HEAD answer declares a length and has no body.
        return body.length == out.length()
                ? HttpOut.of(out.status(), new LinkedHashMap<>(out.headers()), body)
                : out;
    }

    private synchronized void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    /// Signatures and dates differ each time; what is asked does not.
    private static String fingerprint(HttpIn in) {
        String query =
                Arrays.stream(in.rawQuery().split("&"))
                        .filter(parameter -> !parameter.startsWith("X-Amz-"))
                        .sorted()
                        .collect(Collectors.joining("&"));
        return in.method() + " " + in.rawPath() + "?" + query;
    }
}

package dev.rolecall.cloud;

import dev.rolecall.wire.HttpIn;
import dev.rolecall.wire.HttpOut;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Records what each snippet asked and was answered, and plays it back when the snippets so far run
/// again in a new JVM: they get the answers they got before, and touch no cloud.
public final class Tape {
    /// An answer with a longer body is not kept: an object may be of any size.
    private static final int LONGEST_BODY = 64 * 1024;

    /// A longer form is told from others by its beginning.
    private static final int LONGEST_FORM = 1024 * 1024;

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

    /// What was recorded of these snippets.
    public synchronized List<Exchange> exchangesOf(Collection<String> snippets) {
        Set<String> wanted = Set.copyOf(snippets);
        return exchanges.stream().filter(e -> wanted.contains(e.snippet())).toList();
    }

    /// Puts what was saved in place of what the tape has.
    public synchronized void restore(List<Exchange> saved) {
        exchanges.clear();
        exchanges.addAll(saved);
    }

    HttpOut through(HttpIn in, Function<HttpIn, HttpOut> cloud) {
        Reel reel = reel();
        if (!reel.playing() && reel.snippet().isEmpty()) {
            return cloud.apply(in);
        }
        byte[] form = Fingerprint.isForm(in) ? beginning(in.body()) : new byte[0];
        Fingerprint fingerprint = Fingerprint.of(in, form);
        if (reel.playing()) {
            return playback(fingerprint);
        }
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(form), in.body());
        HttpOut out = cloud.apply(form.length == 0 ? in : in.withBody(whole));
        return kept(reel.snippet(), fingerprint.toString(), out);
    }

    /// What the tape does when a request comes.
    private record Reel(String snippet, boolean playing) {}

    private synchronized Reel reel() {
        return new Reel(snippet, playing);
    }

    private static byte[] beginning(InputStream body) {
        try {
            return body.readNBytes(LONGEST_FORM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized HttpOut playback(Fingerprint wanted) {
        Optional<Exchange> answer =
                first(wanted::equals).or(() -> first(f -> f.kind().equals(wanted.kind())));
        answer.ifPresent(unplayed::remove);
        // 400 rather than 5xx: the SDK would retry, and there is nothing to wait for.
        return answer.filter(Exchange::whole)
                .map(Tape::again)
                .orElseGet(() -> HttpOut.of(400, Map.of(), new byte[0]));
    }

    /// The next answer to the very request; else to one of its kind, whose details a snippet may
    /// make up anew each time, such as a session's name.
    private Optional<Exchange> first(Predicate<Fingerprint> fits) {
        return unplayed.stream()
                .filter(exchange -> fits.test(Fingerprint.parse(exchange.fingerprint())))
                .findFirst();
    }

    private static HttpOut again(Exchange exchange) {
        byte[] body = Base64.getDecoder().decode(exchange.body());
        return HttpOut.of(exchange.status(), exchange.headers(), body);
    }

    /// Records the answer, and gives it with its body unread. The answer to a HEAD may declare a
    /// length and has no body.
    private HttpOut kept(String owner, String fingerprint, HttpOut out) {
        byte[] start;
        try {
            start = out.body().readNBytes(LONGEST_BODY + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean whole = start.length <= LONGEST_BODY;
        String body = whole ? Base64.getEncoder().encodeToString(start) : "";
        add(new Exchange(owner, fingerprint, out.status(), out.headers(), body, whole));
        InputStream again = new SequenceInputStream(new ByteArrayInputStream(start), out.body());
        return new HttpOut(out.status(), out.headers(), out.length(), again);
    }

    private synchronized void add(Exchange exchange) {
        exchanges.add(exchange);
    }
}

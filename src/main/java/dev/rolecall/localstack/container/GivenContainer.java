package dev.rolecall.localstack.container;

import dev.rolecall.fault.UserError;
import dev.rolecall.json.JsonProblem;
import dev.rolecall.localstack.client.Health;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// A LocalStack that somebody else runs.
final class GivenContainer implements Container {
    /// STS is not among them: it is always ours.
    private static final List<String> NEEDED = List.of("iam", "s3");

    private static final Duration FIRST = Duration.ofSeconds(3);
    private static final Duration AGAIN = Duration.ofMillis(900);

    private final URI endpoint;

    private GivenContainer(URI endpoint) {
        this.endpoint = endpoint;
    }

    static GivenContainer at(URI address) {
        URI endpoint = root(address);
        Health health = health(endpoint);
        List<String> missing = NEEDED.stream().filter(each -> !health.has(each)).toList();
        if (!missing.isEmpty()) {
            throw new UserError(
                    "LocalStack at "
                            + endpoint
                            + " does not offer "
                            + String.join(" and ", missing),
                    "start it with SERVICES=s3,iam,sts");
        }
        return new GivenContainer(endpoint);
    }

    private static URI root(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String path = String.valueOf(address.getPath());
        boolean good =
                List.of("http", "https").contains(scheme)
                        && address.getHost() != null
                        && List.of("", "/").contains(path)
                        && address.getRawQuery() == null;
        if (!good) {
            throw new UserError(
                    "`" + address + "` is no address of a LocalStack",
                    "give it as http://HOST:PORT");
        }
        return URI.create(scheme + "://" + address.getRawAuthority());
    }

    private static Health health(URI endpoint) {
        try {
            return Health.of(endpoint, FIRST);
        } catch (JsonProblem e) {
            throw new UserError(
                    "what answers at "
                            + endpoint
                            + " is no LocalStack: its /_localstack/health says "
                            + e.what(),
                    "give the address of a LocalStack");
        } catch (IOException e) {
            throw new UserError(
                    "no LocalStack answers at " + endpoint + " (" + reason(e) + ")",
                    "start it, or give another address");
        }
    }

    private static String reason(IOException e) {
        return e instanceof UnknownHostException ? "unknown host" : String.valueOf(e.getMessage());
    }

    /// What an address alone can say.
    static State look(URI endpoint, Duration patience) {
        try {
            Health.of(endpoint, patience);
            return State.RUNNING;
        } catch (ConnectException | NoRouteToHostException | UnknownHostException | JsonProblem e) {
            return State.GONE;
        } catch (IOException e) {
            return State.UNKNOWN;
        }
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public State state() {
        return look(endpoint, AGAIN);
    }

    @Override
    public boolean ours() {
        return false;
    }

    @Override
    public void close() {
        // Not ours to end.
    }
}

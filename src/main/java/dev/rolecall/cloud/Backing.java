package dev.rolecall.cloud;

import dev.rolecall.fault.UserError;
import java.net.URI;
import java.util.Locale;

/// Where a cloud keeps what it has.
public sealed interface Backing {

    /// In this program.
    record Embedded() implements Backing {
        @Override
        public String label() {
            return "embedded";
        }
    }

    /// In a LocalStack container that is started for it.
    ///
    /// @param image such as `localstack/localstack:4.14.0`
    record Container(String image) implements Backing {
        @Override
        public String label() {
            return "LocalStack";
        }
    }

    /// In a LocalStack that runs already, and is not ours to stop.
    ///
    /// @param endpoint scheme, host and port
    record Running(URI endpoint) implements Backing {
        @Override
        public String label() {
            return "LocalStack at " + endpoint;
        }
    }

    /// As people read it.
    String label();

    /// What `--cloud` says.
    ///
    /// @param image for a container that is started
    /// @throws UserError if it says none of them
    static Backing parse(String text, String image) {
        String said = text.toLowerCase(Locale.ROOT);
        if (said.equals("embedded")) {
            return new Embedded();
        }
        if (said.equals("localstack")) {
            return new Container(image);
        }
        if (said.matches("https?://[^/?#\\s]+/?")) {
            try {
                URI endpoint = URI.create(said.replaceFirst("/$", ""));
                if (endpoint.getHost() != null) {
                    return new Running(endpoint);
                }
            } catch (IllegalArgumentException e) {
                throw unknown(text);
            }
        }
        throw unknown(text);
    }

    private static UserError unknown(String text) {
        return new UserError(
                "there is no cloud `" + text + "`",
                "write --cloud embedded, --cloud localstack, or --cloud http://HOST:PORT");
    }
}

package dev.rolecall.localstack.client;

import dev.rolecall.json.JsonProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What a LocalStack says of itself, beside what it says in AWS's stead.
public final class OwnWords {
    private static final int LONGEST = 1 << 20;

    private OwnWords() {}

    /// @param path such as `/_localstack/health`
    /// @param patience for the connection, and again for the answer
    /// @throws IOException if nobody answers there
    /// @throws JsonProblem if what answers does not have that page
    public static String at(URI endpoint, String path, Duration patience) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) endpoint.resolve(path).toURL().openConnection();
        connection.setConnectTimeout((int) patience.toMillis());
        connection.setReadTimeout((int) patience.toMillis());
        connection.setInstanceFollowRedirects(false);
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new JsonProblem("status " + connection.getResponseCode(), 1, 1);
            }
            try (InputStream body = connection.getInputStream()) {
                return new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
            }
        } finally {
            connection.disconnect();
        }
    }
}

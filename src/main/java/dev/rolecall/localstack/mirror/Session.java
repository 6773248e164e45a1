package dev.rolecall.localstack.mirror;

import dev.rolecall.json.Json;
import dev.rolecall.json.JsonProblem;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import dev.rolecall.localstack.client.OwnWords;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Which start of a LocalStack answers at an address. One that was started anew has forgotten all.
final class Session {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Session() {}

    /// What `GET /_localstack/info` calls it; empty if it does not say, or does not answer.
    static Optional<String> of(URI endpoint) {
        try {
            String text = OwnWords.at(endpoint, "/_localstack/info", PATIENCE);
            return Json.parse(text) instanceof JsonObject(_, var members)
                            && members.get("session_id") instanceof JsonString(_, String id)
                    ? Optional.of(id)
                    : Optional.empty();
        } catch (IOException | JsonProblem e) {
            return Optional.empty();
        }
    }
}

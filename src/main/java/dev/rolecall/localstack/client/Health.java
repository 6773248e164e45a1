package dev.rolecall.localstack.client;

import dev.rolecall.json.Json;
import dev.rolecall.json.JsonProblem;
import dev.rolecall.json.JsonValue;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What a LocalStack says of itself at `GET /_localstack/health`.
///
/// @param services the state of each service, such as `available`, `running`, `disabled`
public record Health(Map<String, String> services) {
    /// `available` waits to be loaded by its first call.
    private static final Set<String> USABLE =
            Set.of("available", "initialized", "starting", "running");

    public Health {
        services = Map.copyOf(services);
    }

    /// @param patience for the connection, and again for the answer
    /// @throws IOException if nobody answers there
    /// @throws JsonProblem if what answers is no LocalStack
    public static Health of(URI endpoint, Duration patience) throws IOException {
        return parse(OwnWords.at(endpoint, "/_localstack/health", patience));
    }

    static Health parse(String text) {
        if (!(Json.parse(text) instanceof JsonObject(_, var members))
                || !(members.get("services") instanceof JsonObject(_, var services))) {
            throw new JsonProblem("no services are named", 1, 1);
        }
        Map<String, String> states = new HashMap<>();
        services.forEach((name, state) -> states.put(name, word(state)));
        return new Health(states);
    }

    private static String word(JsonValue state) {
        return state instanceof JsonString(_, String word) ? word : "";
    }

    public boolean has(String service) {
        return USABLE.contains(services.getOrDefault(service, "disabled"));
    }
}

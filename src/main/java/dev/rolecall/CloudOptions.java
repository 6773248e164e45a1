package dev.rolecall;

import dev.rolecall.cloud.Backing;
import java.util.Map;
import picocli.CommandLine.Option;

/// Which cloud to use.
final class CloudOptions {
    private static final String IMAGE_VARIABLE = "ROLECALL_LOCALSTACK_IMAGE";

    /// The last public image that asks for no licence token.
    private static final String IMAGE = "localstack/localstack:4.14.0";

    @Option(
            names = "--cloud",
            paramLabel = "CLOUD",
            description = "embedded, localstack, or http://HOST:PORT of a LocalStack (embedded)")
    String cloud = "embedded";

    @Option(
            names = "--image",
            paramLabel = "IMAGE",
            description = "LocalStack's image ($" + IMAGE_VARIABLE + ", or " + IMAGE + ")")
    String image = "";

    Backing backing() {
        return backing(System.getenv());
    }

    Backing backing(Map<String, String> environment) {
        String named = environment.getOrDefault(IMAGE_VARIABLE, "");
        String fallback = named.isEmpty() ? IMAGE : named;
        return Backing.parse(cloud, image.isEmpty() ? fallback : image);
    }
}

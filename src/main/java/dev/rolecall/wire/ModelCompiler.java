package dev.rolecall.wire;

import dev.rolecall.json.Json;
import dev.rolecall.json.JsonValue.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;

/// Compiles AWS's service models into the index that [ServiceModel] reads. Runs while Rolecall is
/// built: `ModelCompiler MODELS OUTPUT`.
final class ModelCompiler {
    private ModelCompiler() {}

    public static void main(String[] args) throws IOException {
        Path models = Path.of(args[0]);
        Path output = Files.createDirectories(Path.of(args[1]));
        for (AwsService service : AwsService.values()) {
            String name = service.signingName();
            JsonObject model =
                    (JsonObject) Json.parse(Files.readString(models.resolve(name + ".json")));
            byte[] index = new ModelIndex(model, sdkClasses(name)).bytes();
            Files.write(output.resolve("model-" + name + ".bin"), index);
        }
    }

    /// The SDK's model classes of a service, by lower-case name: the SDK writes names in its own
    /// way (`ListSSHPublicKeys` is `ListSshPublicKeysRequest`).
    private static Map<String, String> sdkClasses(String service) {
        String folder = "software/amazon/awssdk/services/" + service + "/model/";
        Map<String, String> classes = new TreeMap<>();
        try (JarFile jar = new JarFile(jarWith(folder).toFile())) {
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder) && name.endsWith(".class"))
                    .map(name -> name.substring(folder.length(), name.length() - 6))
                    .filter(name -> name.indexOf('$') < 0)
                    .forEach(name -> classes.put(name.toLowerCase(Locale.ROOT), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }

    private static Path jarWith(String folder) {
        for (String entry :
                System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
            if (entry.endsWith(".jar") && hasFolder(Path.of(entry), folder)) {
                return Path.of(entry);
            }
        }
        throw new IllegalStateException("no jar on the class path has " + folder);
    }

    private static boolean hasFolder(Path path, String folder) {
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.getEntry(folder) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

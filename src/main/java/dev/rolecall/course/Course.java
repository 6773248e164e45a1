package dev.rolecall.course;

import dev.rolecall.fault.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The labs in a folder. Opening it reads no lab.
public final class Course {
    private final Path labs;
    private final List<String> ids;

    private Course(Path labs, List<String> ids) {
        this.labs = labs;
        this.ids = List.copyOf(ids);
    }

    /// Lists the labs: the folders that have a `lab.yaml`. Throws [UserError] if there is no such
    /// folder.
    public static Course open(Path labs) {
        if (!Files.isDirectory(labs)) {
            throw new UserError("there is no labs folder at " + labs, "name one that is there");
        }
        try (Stream<Path> folders = Files.list(labs)) {
            return new Course(
                    labs,
                    folders.filter(folder -> Files.exists(folder.resolve(LabYaml.NAME)))
                            .map(folder -> folder.getFileName().toString())
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The labs' ids, sorted.
    public List<String> ids() {
        return ids;
    }

    /// Reads a lab. Throws [UserError] if there is none with this id.
    public LabFiles lab(String id) {
        if (!ids.contains(id)) {
            throw new UserError(
                    "there is no lab `" + id + "`",
                    ids.isEmpty()
                            ? "no lab is in " + labs
                            : "choose one of: " + String.join(", ", ids));
        }
        return LabReader.read(labs, id);
    }
}

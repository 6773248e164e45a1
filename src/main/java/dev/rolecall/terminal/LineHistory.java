package dev.rolecall.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.impl.history.DefaultHistory;

/// What was typed, in this shell and those before it. No file, whatever is in it, costs more than
/// what was typed before.
final class LineHistory extends DefaultHistory {
    private final Path file;
    private final Optional<Path> aside;

    /// @param file need not be there; if it cannot be read it is moved
    LineHistory(Path file) {
        this.file = file;
        aside = readable() ? Optional.empty() : moved();
    }

    /// Where the file is now, if it could not be read.
    Optional<Path> aside() {
        return aside;
    }

    private boolean readable() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        try {
            // JLine's own form: a time, a colon, and the line with its line breaks escaped.
            return Files.readString(file).lines().allMatch(LineHistory::entry);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean entry(String line) {
        int colon = line.indexOf(':');
        return colon > 0
                && colon <= 18
                && line.chars().limit(colon).allMatch(c -> c >= '0' && c <= '9');
    }

    private Optional<Path> moved() {
        int number = 1;
        Path to = file.resolveSibling(file.getFileName() + ".aside-" + number);
        while (Files.exists(to)) {
            number++;
            to = file.resolveSibling(file.getFileName() + ".aside-" + number);
        }
        try {
            return Optional.of(Files.move(file, to));
        } catch (IOException e) {
            return Optional.of(file);
        }
    }

    @Override
    public void load() {
        try {
            super.load();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            // It could not even be moved away: then nothing was typed before.
            return;
        }
    }

    @Override
    public void save() {
        try {
            super.save();
        } catch (IOException | UncheckedIOException e) {
            // The up arrow still brings it back in this shell; that a home cannot be written is
            // told where the run is kept.
            return;
        }
    }
}

package dev.rolecall.progress;

import dev.rolecall.fault.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A file of lines that only grows. What was appended and not yet confirmed by a saved state (see
/// [RunStore]) is cut off at the next start, so a shell killed in between loses that and no more.
final class Journal {
    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    /// Appends lines and returns the file's length in bytes.
    long append(List<String> lines) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(channel.size());
            StringBuilder text = new StringBuilder();
            lines.forEach(line -> text.append(line).append('\n'));
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return channel.size();
        } catch (IOException e) {
            throw unwritable(file);
        }
    }

    /// Cuts the file to a length and returns its lines.
    List<String> readUpTo(long length) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw unwritable(file);
        }
    }

    static UserError unwritable(Path file) {
        return new UserError(
                "cannot write " + file, "make room, or make the home writable, and start again");
    }
}

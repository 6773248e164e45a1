package dev.rolecall.progress;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A file of lines that only grows. How much of it counts is for the saved state to say (see
/// [RunStore]): what stands behind that was written by a shell that was killed before it could
/// save, and the next lines take its place.
final class Journal {
    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    /// Writes lines behind the first `counting` bytes, in place of whatever stands there, and
    /// returns how many bytes count now.
    long append(long counting, List<String> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.size() < counting) {
                throw new EOFException(file + " was cut");
            }
            channel.truncate(counting).position(counting);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return channel.position();
        }
    }

    /// Returns the lines in the first `counting` bytes. Touches nothing.
    ///
    /// @throws EOFException if the file is shorter
    List<String> read(long counting) throws IOException {
        if (counting == 0) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() < counting) {
                throw new EOFException(file.getFileName() + " was cut");
            }
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(counting));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.flip())
                    .toString()
                    .lines()
                    .toList();
        }
    }
}

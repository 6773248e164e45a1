package dev.rolecall.s3;

import dev.rolecall.fault.S3ObjectErrors;
import dev.rolecall.wire.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The files that hold the bytes of objects and parts. A file is named by the SHA-256 of its bytes,
/// so equal bodies share one, and a file once there never changes.
final class Bodies {
    private static final String INCOMING = ".incoming";

    private final Path folder;
    private final Set<Path> arriving = ConcurrentHashMap.newKeySet();

    Bodies(Path folder) {
        this.folder = folder;
    }

    /// Takes a body in and computes its sums. Where the stream throws, or the caller does not keep
    /// what came, nothing is left of it.
    ///
    /// @param limit the most bytes allowed
    Incoming receive(InputStream body, ChecksumKind kind, long limit) {
        Path file = newFile();
        try {
            Tally id = ChecksumKind.SHA256.tally();
            Tally md5 = ChecksumKind.MD5.tally();
            Tally sum = kind.tally();
            long size = copy(body, file, List.of(id, md5, sum), limit);
            return new Incoming(
                    this,
                    file,
                    HexFormat.of().formatHex(id.value()),
                    size,
                    md5.value(),
                    sum.value());
        } catch (IOException e) {
            discard(file);
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            discard(file);
            throw e;
        }
    }

    /// Deletes a file that came in, unless it was kept.
    void discard(Path file) {
        delete(file);
        arriving.remove(file);
    }

    private Path newFile() {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(UUID.randomUUID() + INCOMING);
            arriving.add(file);
            return file;
        } catch (IOException e) {
            throw S3ObjectErrors.noRoom(folder);
        }
    }

    private static long copy(InputStream body, Path file, List<Tally> sums, long limit)
            throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        try (OutputStream out = opened(file)) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                size += n;
                if (size > limit) {
                    throw S3ObjectErrors.entityTooLarge(size, limit);
                }
                for (Tally sum : sums) {
                    sum.update(buffer, 0, n);
                }
                write(out, buffer, n, file);
            }
        }
        return size;
    }

    private static OutputStream opened(Path file) {
        try {
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw S3ObjectErrors.noRoom(file.toAbsolutePath().getParent());
        }
    }

    /// The client's side of a body fails otherwise than ours.
    private static void write(OutputStream out, byte[] bytes, int length, Path file) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw S3ObjectErrors.noRoom(file.toAbsolutePath().getParent());
        }
    }

    /// Feeds sums with the bytes of a body.
    void digest(String id, List<Tally> sums) {
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(path(id))) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (Tally sum : sums) {
                    sum.update(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens a stretch of a body. The file stays readable until the stream is closed, even if it is
    /// swept away meanwhile.
    InputStream open(String id, long from, long length) {
        try {
            return Slice.of(path(id), from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts what came into its place.
    void keep(Path file, String id) {
        try {
            Files.move(file, path(id), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String id) {
        return Files.exists(path(id));
    }

    /// Deletes all bodies but those named and those on their way in. What an earlier process left
    /// half-written goes too.
    void sweep(Set<String> needed) {
        each(file -> {
            boolean kept = needed.contains(file.getFileName().toString());
            if (!kept && !arriving.contains(file)) {
                delete(file);
            }
        });
    }

    private void each(Consumer<Path> task) {
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(task);
        } catch (NoSuchFileException e) {
            // Nothing was ever written.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A reader holds it open where the system forbids that: the next sweep takes it.
        }
    }

    private Path path(String id) {
        return folder.resolve(id);
    }
}

package dev.rolecall.wire;

import dev.rolecall.fault.BodyErrors;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The content of an `aws-chunked` body: `size;chunk-signature=…`, bytes, and so on, until a chunk
/// of no bytes and perhaps trailing headers. Holds no chunk in memory: a chunk's bytes are handed
/// on as they come, and its signature is checked where it ends.
final class ChunkedBody extends InputStream {
    private static final int SMALLEST_CHUNK = 8192;
    private static final int LONGEST_LINE = 4096;

    private final InputStream in;
    private final Optional<ChunkSigner> signer;
    private final Trailers trailers;
    private final MessageDigest digest = Hashes.digest("SHA-256");
    private String chunkSignature = "";
    private long left;
    private boolean small;
    private boolean ended;

    /// @param in buffered, since it is read by the byte between chunks
    ChunkedBody(InputStream in, Optional<ChunkSigner> signer, Trailers trailers) {
        this.in = in;
        this.signer = signer;
        this.trailers = trailers;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        if (left == 0 && !ended) {
            startChunk();
        }
        if (ended) {
            return -1;
        }
        int n = in.read(bytes, offset, (int) Math.min(wanted, left));
        if (n < 0) {
            throw BodyErrors.incompleteBody();
        }
        left -= n;
        trailers.update(bytes, offset, n);
        if (signer.isPresent()) {
            digest.update(bytes, offset, n);
        }
        if (left == 0) {
            endChunk();
            if (!line().isEmpty()) {
                throw BodyErrors.incompleteBody();
            }
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void startChunk() throws IOException {
        String line = line();
        int semicolon = line.indexOf(';');
        left = size(semicolon < 0 ? line : line.substring(0, semicolon));
        chunkSignature = signature(semicolon < 0 ? "" : line.substring(semicolon + 1));
        if (left == 0) {
            ended = true;
            endChunk();
            trailer();
        } else if (small) {
            throw BodyErrors.invalidChunkSize();
        } else {
            small = left < SMALLEST_CHUNK;
        }
    }

    private void endChunk() {
        // digest() also makes it ready for the next chunk.
        signer.ifPresent(s -> s.chunk(Hashes.hex(digest.digest()), chunkSignature));
    }

    private void trailer() throws IOException {
        Map<String, String> sent = new LinkedHashMap<>();
        StringBuilder signed = new StringBuilder();
        Optional<String> signature = Optional.empty();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || !trailers.expected()) {
                throw BodyErrors.malformedTrailer();
            }
            String name = line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).trim();
            if (name.equals(Trailers.SIGNATURE)) {
                signature = Optional.of(value);
            } else {
                sent.put(name, value);
                signed.append(name).append(':').append(value).append('\n');
            }
        }
        if (signer.isPresent() && trailers.expected()) {
            signer.get().trailer(signed.toString(), signature.orElse(""));
        }
        trailers.check(sent);
    }

    private static long size(String text) {
        try {
            return Long.parseUnsignedLong(text.trim(), 16);
        } catch (NumberFormatException e) {
            throw BodyErrors.incompleteBody();
        }
    }

    private static String signature(String extension) {
        String name = "chunk-signature=";
        String text = extension.trim();
        return text.startsWith(name) ? text.substring(name.length()) : "";
    }

    /// The next line without its end; the end of the body ends a line too.
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.append((char) b);
            if (line.length() > LONGEST_LINE) {
                throw BodyErrors.incompleteBody();
            }
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r'
                ? line.substring(0, end - 1)
                : line.toString();
    }
}

package dev.rolecall.snippet.agent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One message between the shell and its child. All of them share one stream, so that what a
/// snippet printed has arrived before its result does.
public final class Frame {

    /// Kinds.
    public enum Kind {
        /// Child to shell, first of all: the token that proves who it is.
        HELLO,
        /// Shell to child: bytes of JShell's own command stream.
        COMMAND,
        /// Child to shell: bytes of JShell's own answers.
        RESPONSE,
        /// Shell to child: the id of the snippet whose classes come next.
        SNIPPET,
        /// Shell to child: the number of the run that the next command starts, and a second text if
        /// it is one of the past, which is not heard.
        RUN,
        /// Shell to child: stop that run.
        STOP,
        /// Shell to child: profile, key id, secret, and perhaps a token of the current principal.
        BECOME,
        /// Child to shell: UTF-8 bytes printed to `System.out`.
        OUT,
        /// Child to shell: UTF-8 bytes printed to `System.err`.
        ERR,
        /// Child to shell: number of a question, and the user whose key is wanted.
        ASK,
        /// Shell to child: number, then either one text (a refusal) or a key id and its secret.
        ANSWER,
        /// Child to shell, before the result: service, code, status, message, request id.
        REFUSED,
        /// Child to shell: its JVM shuts down in good order; the run that did it, empty if unknown.
        EXITING
    }

    private final Kind kind;
    private final byte[] body;

    private Frame(Kind kind, byte[] body) {
        this.kind = kind;
        this.body = body;
    }

    /// A frame of bytes, which must not change afterwards.
    public static Frame bytes(Kind kind, byte[] body) {
        return new Frame(kind, body);
    }

    /// A frame of texts.
    public static Frame texts(Kind kind, List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String text : texts) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Frame(kind, bytes.toByteArray());
    }

    /// What it is.
    public Kind kind() {
        return kind;
    }

    /// Its bytes; not a copy.
    public byte[] body() {
        return body;
    }

    /// Its texts.
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            while (in.available() > 0) {
                texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeUTF(kind.name());
        out.writeInt(body.length);
        out.write(body);
    }

    static Frame readFrom(DataInputStream in) throws IOException {
        Kind kind = Kind.valueOf(in.readUTF());
        int length = in.readInt();
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("the stream ended inside a frame");
        }
        return new Frame(kind, body);
    }
}

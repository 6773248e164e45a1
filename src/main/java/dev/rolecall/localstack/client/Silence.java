package dev.rolecall.localstack.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/// Why there is no answer. What was not sent was not done; of the rest nobody knows.
public enum Silence {
    /// No connection was made, so nothing was sent.
    GONE,
    /// There was no answer before, and there is none now: nothing was sent.
    STILL,
    /// All was sent, and time ran out.
    SILENT,
    /// The connection ended, or what came was cut short.
    BROKEN,
    /// The same, and now nobody is there.
    ENDED,
    /// What came is no XML.
    UNREADABLE,
    /// Nothing of the kind: a mistake of the program.
    NONE;

    /// Looks at an exception and its causes.
    public static Silence of(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .map(Silence::alone)
                .filter(silence -> silence != NONE)
                .findFirst()
                .orElse(NONE);
    }

    private static Silence alone(Throwable failure) {
        return switch (failure) {
            case WaryHttp.StillSilent _ -> STILL;
            case WaryHttp.Ended _ -> ENDED;
            case ConnectTimeoutException _ -> GONE;
            case ConnectException _ -> GONE;
            case NoRouteToHostException _ -> GONE;
            case UnknownHostException _ -> GONE;
            case SocketTimeoutException _ -> SILENT;
            // All connections are taken by requests that get no answer.
            case InterruptedIOException _ -> STILL;
            case IOException _ -> BROKEN;
            case XMLStreamException e -> unread(e);
            default -> NONE;
        };
    }

    /// A stream that broke in the middle of a document is no document that cannot be read.
    private static Silence unread(XMLStreamException e) {
        Silence within = e.getNestedException() == null ? NONE : of(e.getNestedException());
        return within == NONE ? UNREADABLE : within;
    }
}

package dev.rolecall.localstack.client;

import dev.rolecall.json.JsonProblem;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/// Waits once for a LocalStack that does not answer, and after that asks whether it is there before
/// anything is sent to it: what a person does takes many requests, and is told of within 10 s.
final class WaryHttp implements SdkHttpClient {
    /// How long it may take to say how it is. It takes some milliseconds.
    private static final Duration WORD = Duration.ofMillis(500);

    private final SdkHttpClient http;
    private final URI endpoint;
    private volatile boolean silent;

    WaryHttp(SdkHttpClient http, URI endpoint) {
        this.http = http;
        this.endpoint = endpoint;
    }

    /// There was no answer the last time, and there is none now.
    static final class StillSilent extends IOException {
        private static final long serialVersionUID = 1L;

        StillSilent(IOException cause) {
            super("still no answer", cause);
        }
    }

    /// It was there when the request was sent, and ended before its answer.
    static final class Ended extends IOException {
        private static final long serialVersionUID = 1L;

        Ended(IOException cause) {
            super("it ended", cause);
        }
    }

    /// It did not answer.
    void wasSilent() {
        silent = true;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = http.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return send(prepared);
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    private HttpExecuteResponse send(ExecutableHttpRequest request) throws IOException {
        if (silent) {
            ask();
        }
        try {
            return whole(request.call());
        } catch (SocketTimeoutException e) {
            wasSilent();
            throw e;
        } catch (IOException e) {
            throw Silence.of(e) == Silence.BROKEN && isGone() ? new Ended(e) : e;
        }
    }

    /// A head that ends in its middle is taken for a shorter one.
    private static HttpExecuteResponse whole(HttpExecuteResponse response) throws IOException {
        SdkHttpResponse head = response.httpResponse();
        if (head.statusCode() == HttpURLConnection.HTTP_OK
                && head.firstMatchingHeader("Content-Length").isEmpty()
                && head.firstMatchingHeader("Transfer-Encoding").isEmpty()) {
            response.responseBody().ifPresent(AbortableInputStream::abort);
            throw new IOException("the head of the answer was cut off");
        }
        return response;
    }

    private boolean isGone() {
        try {
            Health.of(endpoint, WORD);
            return false;
        } catch (SocketTimeoutException | JsonProblem e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private void ask() throws IOException {
        try {
            Health.of(endpoint, WORD);
        } catch (SocketTimeoutException e) {
            throw new StillSilent(e);
        } catch (JsonProblem e) {
            // An answer all the same.
        }
        silent = false;
    }

    @Override
    public String clientName() {
        return http.clientName();
    }

    @Override
    public void close() {
        http.close();
    }
}

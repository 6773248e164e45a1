package dev.rolecall.wire;

import dev.rolecall.fault.AuthenticationErrors;
import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.S3AuthenticationErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import software.amazon.awssdk.core.SdkPojo;

/// A small server of wire's pieces alone: it verifies every signature, reads the request, lets the
/// test answer, and renders the answer. No clock, no keys but one, no policies: those are guard's.
final class Edge implements AutoCloseable {
    static final String KEY = "AKIDEXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private final HttpEndpoint endpoint;
    private final Random random = new Random();
    private final Codec codec = new Codec();
    private final Answers answers;
    private final boolean validates;

    /// What the test answers. The body is verified as it is read.
    interface Answers {
        HttpOut answer(Routed routed, SdkPojo request, String requestId) throws IOException;
    }

    private Edge(boolean validates, Answers answers) {
        this.validates = validates;
        this.answers = answers;
        this.endpoint = HttpEndpoint.start(0, this::handle);
    }

    /// A server that does not ask the front end: requests may be nonsense.
    static Edge lenient(Answers answers) {
        return new Edge(false, answers);
    }

    static Edge strict(Answers answers) {
        return new Edge(true, answers);
    }

    URI uri() {
        return endpoint.uri();
    }

    int port() {
        return endpoint.port();
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private HttpOut handle(HttpIn in) {
        Routed routed = Router.route(in);
        String id = RequestId.next(routed.service(), random);
        try {
            return answer(routed, id);
        } catch (AwsError e) {
            return ErrorWriter.write(routed, e, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpOut answer(Routed routed, String id) throws IOException {
        routed.operation();
        Signature signature = SigV4.parse(routed.in(), routed.service());
        verify(routed, signature);
        InputStream body = SigV4.body(routed.in(), signature, SECRET);
        Routed verified = routed.withBody(body);
        SdkPojo request = codec.read(verified);
        if (validates) {
            FrontEnd.check(routed.operation(), verified, request);
        }
        return answers.answer(verified, request, id);
    }

    private static void verify(Routed routed, Signature signature) {
        if (signature.kind() == Signature.Kind.NONE) {
            return;
        }
        boolean s3 = routed.service() == AwsService.S3;
        List<String> unsigned = SigV4.headersNotSigned(routed.in(), signature);
        if (s3 && !unsigned.isEmpty()) {
            throw S3AuthenticationErrors.headersNotSigned(unsigned);
        }
        if (!SigV4.matches(routed.in(), signature, SECRET)) {
            throw s3
                    ? S3AuthenticationErrors.signatureDoesNotMatch(
                            signature.accessKeyId(),
                            SigV4.stringToSign(routed.in(), signature),
                            signature.value(),
                            SigV4.canonicalRequest(routed.in(), signature))
                    : AuthenticationErrors.signatureDoesNotMatch();
        }
    }
}

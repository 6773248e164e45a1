package dev.rolecall.localstack.s3;

import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.ContainerErrors;
import dev.rolecall.localstack.client.Clients;
import dev.rolecall.localstack.client.FullDisk;
import dev.rolecall.localstack.client.S3ErrorBodies;
import dev.rolecall.localstack.client.Silence;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns what the SDK throws into what the client is told.
record S3Failures(URI endpoint) {
    /// Elements of the error that are no details of it.
    private static final Set<String> KNOWN =
            Set.of("Error", "Code", "Message", "RequestId", "HostId");

    /// What an answer to HEAD does not say, for it has no body.
    private static final Map<Integer, String> BODILESS =
            Map.of(
                    304, "NotModified",
                    400, "BadRequest",
                    403, "AccessDenied",
                    404, "NotFound",
                    405, "MethodNotAllowed",
                    412, "PreconditionFailed",
                    416, "InvalidRange");

    private static final int SERVER_ERROR = 500;

    AwsError of(SdkException failure) {
        return failure instanceof AwsServiceException answer
                ? answered(answer)
                : unanswered(failure);
    }

    /// Whether it says that its disk is full.
    boolean full(SdkException failure) {
        return failure instanceof AwsServiceException answer
                && answer.statusCode() >= SERVER_ERROR
                && Optional.ofNullable(answer.awsErrorDetails())
                        .map(AwsErrorDetails::errorMessage)
                        .filter(FullDisk::said)
                        .isPresent();
    }

    private AwsError answered(AwsServiceException answer) {
        Optional<AwsErrorDetails> told = Optional.ofNullable(answer.awsErrorDetails());
        byte[] body = S3ErrorBodies.take();
        int status = answer.statusCode();
        if (full(answer)) {
            return ContainerErrors.full(endpoint.toString());
        }
        return ContainerErrors.answered(
                status,
                told.map(AwsErrorDetails::errorCode)
                        .orElse(BODILESS.getOrDefault(status, "InternalError")),
                body.length == 0 ? "" : told.map(AwsErrorDetails::errorMessage).orElse(""),
                details(body));
    }

    private AwsError unanswered(SdkException failure) {
        String where = endpoint.toString();
        return switch (Silence.of(failure)) {
            case GONE -> ContainerErrors.gone(where);
            case STILL -> ContainerErrors.stillSilent(where);
            case SILENT -> silent();
            case ENDED -> ContainerErrors.ended(where);
            case BROKEN -> ContainerErrors.lost(where);
            case UNREADABLE -> ContainerErrors.unreadable(where);
            case NONE -> throw failure;
        };
    }

    AwsError silent() {
        return ContainerErrors.silent(endpoint.toString(), Clients.SILENCE.toSeconds());
    }

    /// S3's further elements: `BucketName`, `Key`, `ArgumentName` and so on.
    private static Map<String, String> details(byte[] body) {
        Map<String, String> details = new LinkedHashMap<>();
        if (body.length == 0) {
            return details;
        }
        try {
            XMLStreamReader reader =
                    factory().createXMLStreamReader(new ByteArrayInputStream(body));
            while (reader.hasNext()) {
                boolean starts = reader.next() == XMLStreamConstants.START_ELEMENT;
                if (starts && !KNOWN.contains(reader.getLocalName())) {
                    details.put(reader.getLocalName(), reader.getElementText());
                }
            }
        } catch (XMLStreamException e) {
            // The code and the message are what counts, and the SDK has read them.
        }
        return details;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}

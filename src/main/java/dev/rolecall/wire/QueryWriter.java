package dev.rolecall.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/// Renders an answer of the query protocol.
final class QueryWriter {
    private QueryWriter() {}

    static HttpOut write(Operation operation, SdkPojo response, String requestId) {
        String namespace = ServiceModel.of(operation.service()).namespace();
        XmlText xml =
                XmlText.indented().start(operation.name() + "Response", Map.of("xmlns", namespace));
        if (!operation.resultWrapper().isEmpty()) {
            xml.start(operation.resultWrapper());
            new PojoXml(xml, operation).members(response, operation.output());
            xml.end();
        }
        xml.start("ResponseMetadata").element("RequestId", requestId).end().end();
        Map<String, String> headers =
                new LinkedHashMap<>(Ids.headers(operation.service(), requestId));
        headers.put("Content-Type", "text/xml");
        return HttpOut.of(operation.status(), headers, xml.bytes());
    }
}

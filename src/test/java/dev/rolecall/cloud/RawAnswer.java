package dev.rolecall.cloud;

import java.util.List;
import java.util.Map;

/// What came back for a [RawRequest].
record RawAnswer(int status, String body, Map<String, List<String>> headers) {
    String code() {
        return element("Code");
    }

    String message() {
        return element("Message");
    }

    String element(String name) {
        int start = body.indexOf("<" + name + ">");
        int end = body.indexOf("</" + name + ">");
        return start < 0
                ? ""
                : body.substring(start + name.length() + 2, end).replace("&quot;", "\"");
    }

    /// `403 AccessDenied`.
    String summary() {
        return status + " " + code();
    }
}

package dev.rolecall.policy;

import java.util.Optional;

/// Ends the check of a document at the first thing that AWS refuses. Never leaves [DocumentRules].
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final String detail;

    private Refused(String text, String detail) {
        super(text, null, false, false);
        this.text = text;
        this.detail = detail;
    }

    /// @param text AWS's message
    static Refused because(String text) {
        return new Refused(text, "");
    }

    /// @param detail what S3 echoes
    static Refused because(String text, String detail) {
        return new Refused(text, detail);
    }

    DocumentCheck.Invalid check() {
        return new DocumentCheck.Invalid(
                text, detail.isEmpty() ? Optional.empty() : Optional.of(detail));
    }
}

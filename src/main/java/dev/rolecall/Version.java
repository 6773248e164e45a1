package dev.rolecall;

import org.jspecify.annotations.Nullable;

/// The program's version, from the jar's manifest.
final class Version {
    private Version() {}

    /// The version without a zero at the end: `0.1`.
    static String brief() {
        String text = text();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String text() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version.replace("-SNAPSHOT", "");
    }
}

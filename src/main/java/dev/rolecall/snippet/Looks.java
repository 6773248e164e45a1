package dev.rolecall.snippet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A digest of a value's text, the same for the same value in another JVM: what a JVM makes up by
/// itself is left out, and the order of the words does not count, for a hash's is not the same.
final class Looks {
    /// JShell's classes, identity hashes, hidden classes, threads, and how far a future is.
    private static final Pattern OF_THE_JVM =
            Pattern.compile(
                    "(?:REPL\\.)?\\$JShell\\$\\w+[$.]?"
                            + "|@[0-9a-f]{1,8}\\b"
                            + "|\\$?\\$Lambda[$/\\w]*"
                            + "|\\$Proxy\\d+"
                            + "|Thread\\[#[^\\]]*\\][/\\w-]*"
                            + "|\\[(?:Not c|C)ompleted[^\\]]*\\]");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;\\[\\](){}]+");

    private Looks() {}

    static String of(String text) {
        String[] words = BETWEEN_WORDS.split(OF_THE_JVM.matcher(text).replaceAll(""));
        Arrays.sort(words);
        return digest(String.join(" ", words));
    }

    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] sum = sha.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

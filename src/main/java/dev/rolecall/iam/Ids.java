package dev.rolecall.iam;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Random;
import java.util.function.Supplier;

/// Makes unique ids, access key ids, secrets and session tokens ("IAM identifiers").
///
/// An access key id carries its account, as AWS's do: `GetAccessKeyInfo` reads it back.
public final class Ids {

    private static final int UNIQUE_ID = 17;
    private static final int TOKEN_BYTES = 264;

    private final Supplier<Random> random;

    private Ids(Supplier<Random> random) {
        this.random = random;
    }

    /// Ids that nobody can guess.
    public static Ids secure() {
        return new Ids(Secure::random);
    }

    /// The same ids for the same seed, for tests.
    public static Ids seeded(long seed) {
        Random seeded = new Random(seed);
        return new Ids(() -> seeded);
    }

    /// A unique id: the prefix and 17 characters.
    public String unique(Prefix prefix) {
        StringBuilder id = new StringBuilder(prefix.name());
        Random source = random.get();
        for (int i = 0; i < UNIQUE_ID; i++) {
            id.append(AccessKeyIds.ALPHABET.charAt(source.nextInt(AccessKeyIds.ALPHABET.length())));
        }
        return id.toString();
    }

    /// An access key id, `AKIA…` or `ASIA…`, 20 characters, in which the account is written.
    public String accessKeyId(Prefix prefix, String account) {
        byte[] tail = new byte[10];
        random.get().nextBytes(tail);
        return AccessKeyIds.of(prefix, account, tail);
    }

    /// A secret access key, 40 characters.
    public String secret() {
        return base64(30);
    }

    /// A session token. Its length is nothing to rely on.
    public String sessionToken() {
        return base64(TOKEN_BYTES);
    }

    /// Whether a text could be a session token of ours.
    public static boolean isSessionToken(String text) {
        try {
            return Base64.getDecoder().decode(text).length == TOKEN_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String base64(int bytes) {
        byte[] some = new byte[bytes];
        random.get().nextBytes(some);
        return Base64.getEncoder().encodeToString(some);
    }

    /// What an id belongs to, by its first four letters.
    public enum Prefix {
        /// A long-term access key.
        AKIA,
        /// A temporary access key.
        ASIA,
        /// A user.
        AIDA,
        /// A role.
        AROA,
        /// A group.
        AGPA,
        /// An instance profile.
        AIPA,
        /// A managed policy.
        ANPA
    }

    /// Made at the first id, not at the start: seeding costs tens of milliseconds.
    private static final class Secure {
        private static final SecureRandom RANDOM = new SecureRandom();

        static Random random() {
            return RANDOM;
        }
    }
}

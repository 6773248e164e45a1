package dev.rolecall.s3;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The canonical user id of an account, by which S3 names owners ("AWS account identifiers").
public final class CanonicalUser {
    /// What owns objects that were written without a signature, where ACLs are on.
    private static final String ANONYMOUS = "65a011a29cdf8ec533ec3d1ccaae921c";

    private CanonicalUser() {}

    /// 64 hexadecimal digits, always the same for the same account. AWS's are random; these are
    /// made from the account id, so that nothing need be stored.
    public static String of(String account) {
        return account.isEmpty()
                ? ANONYMOUS
                : HexFormat.of()
                        .formatHex(
                                Digests.sha256()
                                        .digest(
                                                ("canonical user of " + account)
                                                        .getBytes(StandardCharsets.UTF_8)));
    }
}

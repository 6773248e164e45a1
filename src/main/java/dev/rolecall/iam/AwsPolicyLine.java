package dev.rolecall.iam;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;

/// One AWS managed policy as it lies in the resources: a line of tab-separated facts, the document
/// last and as it was.
record AwsPolicyLine(PolicyFacts facts, String document) {

    /// How many resources hold the policies: about 25 policies and 50 KB each.
    static final int DRAWERS = 64;

    /// The drawer of a name. `String.hashCode` is the same on every machine.
    static int drawer(String name) {
        return Math.floorMod(name.hashCode(), DRAWERS);
    }

    /// The resource's name, beside this class.
    static String resource(int drawer) {
        return "aws-managed-policies/%02d".formatted(drawer);
    }

    static AwsPolicyLine parse(String line) {
        String[] cell = line.split("\t", 6);
        PolicyFacts facts =
                new PolicyFacts(
                        ManagedPolicy.AWS,
                        cell[1],
                        cell[0],
                        id(cell[1] + cell[0]),
                        OffsetDateTime.parse(cell[3]).toInstant(),
                        OffsetDateTime.parse(cell[4]).toInstant(),
                        cell[2]);
        return new AwsPolicyLine(facts, cell[5]);
    }

    /// The source does not tell the unique ids; these are made of the name, the same every time.
    private static String id(String pathAndName) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(pathAndName.getBytes(StandardCharsets.UTF_8));
            StringBuilder id = new StringBuilder(Ids.Prefix.ANPA.name());
            for (int i = 0; i < 17; i++) {
                id.append(AccessKeyIds.ALPHABET.charAt(hash[i] & 31));
            }
            return id.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

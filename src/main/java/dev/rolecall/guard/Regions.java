package dev.rolecall.guard;

import dev.rolecall.wire.Signature;

/// The regions. One endpoint stands for all of STS's; buckets are reached through the first.
final class Regions {
    /// Where S3 is.
    static final String HOME = "us-east-1";

    private Regions() {}

    /// Whether IAM or STS takes it: what has the form of a region (`eu-west-1`, `us-gov-east-1`),
    /// and `aws-global`. SDKs sign a global service with that where its endpoint is given to them,
    /// as it is here; where they find AWS's own endpoint they sign `us-east-1`.
    static boolean valid(String region) {
        return region.equals("aws-global") || hasForm(region);
    }

    /// The region that a request is for, as its signature says; unsigned ones and those to a global
    /// service are for the first.
    static String requested(Signature signature) {
        return hasForm(signature.region()) && !signature.service().equals("iam")
                ? signature.region()
                : HOME;
    }

    private static boolean hasForm(String region) {
        String[] parts = region.split("-", -1);
        if (parts.length < 3 || parts[0].length() != 2) {
            return false;
        }
        String number = parts[parts.length - 1];
        boolean words = true;
        for (int i = 0; i < parts.length - 1; i++) {
            words &= !parts[i].isEmpty() && parts[i].chars().allMatch(c -> c >= 'a' && c <= 'z');
        }
        return words && number.length() == 1 && Character.isDigit(number.charAt(0));
    }
}

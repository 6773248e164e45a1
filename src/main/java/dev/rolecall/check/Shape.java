package dev.rolecall.check;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which values AWS gives a condition key, where not every text is one.
///
/// @param values the whole value
/// @param least how many letters at least
/// @param always whether every request has the key
record Shape(Pattern values, int least, boolean always) {
    private static final Pattern TRUTH = Pattern.compile("true|false");
    private static final Shape ANY = new Shape(Pattern.compile("(?s).*"), 1, false);

    private static final Map<String, Shape> KNOWN =
            Map.of(
                    "sts:rolesessionname", of("[\\w+=,.@-]{2,64}", 2, true),
                    "sts:externalid", of("[\\w+=,.@:/-]{2,1224}", 2, false),
                    "sts:sourceidentity", of("[\\w+=,.@-]{2,64}", 2, false),
                    "aws:requestedregion", of("[a-z]{2}(-[a-z]+)+-[0-9]", 9, true),
                    "aws:sourceip", of("[0-9a-fA-F.:]{2,}", 2, false),
                    "aws:securetransport", new Shape(TRUTH, 4, true),
                    "aws:viaawsservice", new Shape(TRUTH, 4, true),
                    "aws:multifactorauthpresent", new Shape(TRUTH, 4, false));

    /// The keys that hold a set of values ("Multivalued context keys").
    private static final Set<String> SETS =
            Set.of(
                    "aws:tagkeys",
                    "sts:transitivetagkeys",
                    "s3:requestobjecttagkeys",
                    "aws:calledvia",
                    "aws:principalorgpaths",
                    "aws:sourceorgpaths",
                    "aws:principalservicenameslist");

    private static Shape of(String values, int least, boolean always) {
        return new Shape(Pattern.compile(values), least, always);
    }

    /// @param key in lower case
    static Shape of(String key) {
        return KNOWN.getOrDefault(key, ANY);
    }

    static boolean isSet(String key) {
        return SETS.contains(key);
    }

    boolean fits(String value) {
        return values.matcher(value).matches();
    }

    /// Whether the letter may stand in a value.
    boolean takes(int letter) {
        return fits(Character.toString(letter).repeat(least));
    }
}

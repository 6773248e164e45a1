package dev.rolecall.iam;

import java.time.Instant;

/// One AWS managed policy as it lies in the resources: a line of tab-separated facts, the document
/// last and as it was. [AwsPolicySorter] writes it, with all that would cost time at the start.
record AwsPolicyLine(PolicyFacts facts, String document) {

    /// How many resources hold the policies: about 25 policies and 50 KB each.
    static final int DRAWERS = 64;

    private static final int CELLS = 7;

    /// The drawer of a name. `String.hashCode` is the same on every machine.
    static int drawer(String name) {
        return Math.floorMod(name.hashCode(), DRAWERS);
    }

    /// The resource's name, beside this class.
    static String resource(int drawer) {
        return "aws-managed-policies/" + drawer;
    }

    /// Whether a line is of that name, without parsing it.
    static boolean isOf(String name, String line) {
        return line.startsWith(name) && line.charAt(name.length()) == '\t';
    }

    static AwsPolicyLine parse(String line) {
        String[] cell = line.split("\t", CELLS);
        PolicyFacts facts =
                new PolicyFacts(
                        ManagedPolicy.AWS,
                        cell[1],
                        cell[0],
                        cell[2],
                        Instant.ofEpochSecond(Long.parseLong(cell[3])),
                        Instant.ofEpochSecond(Long.parseLong(cell[4])),
                        cell[5]);
        return new AwsPolicyLine(facts, cell[6]);
    }

    String written() {
        return String.join(
                "\t",
                facts.name(),
                facts.path(),
                facts.id(),
                Long.toString(facts.created().getEpochSecond()),
                Long.toString(facts.updated().getEpochSecond()),
                facts.defaultVersion(),
                document);
    }
}

package dev.rolecall.iam;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// Sorts the AWS managed policies into their drawers when Rolecall is built: arguments are the
/// source (JSON lines, gzip) and the folder of the classes.
final class AwsPolicySorter {
    /// The source writes every line with these members in this order.
    private static final Pattern LINE =
            Pattern.compile(
                    "\\{\"name\":\"([^\"]+)\",\"path\":\"([^\"]+)\",\"version\":\"(v\\d+)\","
                            + "\"created\":\"([^\"]+)\",\"updated\":\"([^\"]+)\","
                            + "\"document\":(\\{.*})}");

    private AwsPolicySorter() {}

    public static void main(String[] args) throws IOException {
        Path source = Path.of(args[0]);
        Path folder = Path.of(args[1], "dev", "rolecall", "iam");
        Path first = folder.resolve(AwsPolicyLine.resource(0));
        if (isNewer(first, source, folder)) {
            return;
        }
        List<List<String>> drawers = sort(source);
        Files.createDirectories(first.getParent());
        // The first is written last: its time says that all are there.
        for (int i = AwsPolicyLine.DRAWERS - 1; i >= 0; i--) {
            Files.writeString(
                    folder.resolve(AwsPolicyLine.resource(i)), String.join("\n", drawers.get(i)));
        }
    }

    /// Whether the drawers are newer than the source and the classes that make and read them.
    private static boolean isNewer(Path drawer, Path source, Path folder) throws IOException {
        if (!Files.exists(drawer)) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(drawer);
        Path maker = folder.resolve("AwsPolicySorter.class");
        Path reader = folder.resolve("AwsPolicyLine.class");
        for (Path needed : List.of(source, maker, reader)) {
            if (made.compareTo(Files.getLastModifiedTime(needed)) <= 0) {
                return false;
            }
        }
        return true;
    }

    private static List<List<String>> sort(Path source) throws IOException {
        List<List<String>> drawers = new ArrayList<>();
        for (int i = 0; i < AwsPolicyLine.DRAWERS; i++) {
            drawers.add(new ArrayList<>());
        }
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(source)),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                AwsPolicyLine policy = policy(line);
                drawers.get(AwsPolicyLine.drawer(policy.facts().name())).add(policy.written());
            }
        }
        return drawers;
    }

    private static AwsPolicyLine policy(String line) {
        Matcher cell = LINE.matcher(line);
        if (!cell.matches()) {
            throw new IllegalArgumentException("not a policy: " + line);
        }
        String name = cell.group(1);
        String path = cell.group(2);
        PolicyFacts facts =
                new PolicyFacts(
                        ManagedPolicy.AWS,
                        path,
                        name,
                        id(path + name),
                        OffsetDateTime.parse(cell.group(4)).toInstant(),
                        OffsetDateTime.parse(cell.group(5)).toInstant(),
                        cell.group(3));
        return new AwsPolicyLine(facts, cell.group(6));
    }

    /// The source does not tell the unique ids; these are made of the name, the same every time.
    private static String id(String pathAndName) {
        StringBuilder id = new StringBuilder(Ids.Prefix.ANPA.name());
        byte[] hash = sha256(pathAndName);
        for (int i = 0; i < 17; i++) {
            id.append(AccessKeyIds.ALPHABET.charAt(hash[i] & 31));
        }
        return id.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

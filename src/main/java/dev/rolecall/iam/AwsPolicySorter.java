package dev.rolecall.iam;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
        if (Files.exists(first)
                && Files.getLastModifiedTime(first).compareTo(Files.getLastModifiedTime(source))
                        > 0) {
            return;
        }
        List<List<String>> drawers = sort(source);
        Files.createDirectories(first.getParent());
        // The first is written last: its time says that all are there.
        for (int i = AwsPolicyLine.DRAWERS - 1; i >= 0; i--) {
            Files.write(folder.resolve(AwsPolicyLine.resource(i)), drawers.get(i));
        }
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
                Matcher cell = LINE.matcher(line);
                if (!cell.matches()) {
                    throw new IOException("not a policy: " + line);
                }
                drawers.get(AwsPolicyLine.drawer(cell.group(1)))
                        .add(cell.replaceFirst("$1\t$2\t$3\t$4\t$5\t$6"));
            }
        }
        return drawers;
    }
}

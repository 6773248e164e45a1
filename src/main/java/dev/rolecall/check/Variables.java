package dev.rolecall.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The policy variables in a text: `home/${aws:username}/*`.
final class Variables {
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{([^*?$},'][^},']*?)\\s*(?:,\\s*'([^']*)'\\s*)?}");
    private static final int MOST = 64;

    private Variables() {}

    /// The keys that stand in it, in lower case.
    static Set<String> keys(String text) {
        Set<String> keys = new LinkedHashSet<>();
        VARIABLE.matcher(text).results().map(Variables::key).forEach(keys::add);
        return keys;
    }

    /// The text with its variables filled in, in each of several ways; none if a key has no value.
    static List<String> filled(String text, Function<String, List<String>> values) {
        List<String> made = List.of("");
        int begin = 0;
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            String before = text.substring(begin, matcher.start());
            List<String> choices = new ArrayList<>(values.apply(key(matcher.toMatchResult())));
            if (matcher.group(2) != null) {
                choices.add(matcher.group(2));
            }
            made =
                    made.stream()
                            .flatMap(head -> choices.stream().map(value -> head + before + value))
                            .limit(MOST)
                            .toList();
            begin = matcher.end();
        }
        String rest = text.substring(begin);
        return made.stream().map(head -> head + rest).toList();
    }

    private static String key(MatchResult variable) {
        return variable.group(1).strip().toLowerCase(Locale.ROOT);
    }
}

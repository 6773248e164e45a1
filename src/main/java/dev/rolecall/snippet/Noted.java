package dev.rolecall.snippet;

import dev.rolecall.snippet.agent.Request;
import java.util.ArrayList;
import java.util.List;

/// What is kept of a variable's value after a snippet.
///
/// @param home the class that JShell put the variable in
/// @param value a text of the child's from which it makes the value again; or a digest of it, or of
///   how it looks, where it can only be compared; or [Request#UNKNOWN]
record Noted(String name, String home, String value) {
    /// Begins a digest of how a value looks: see [Looks].
    private static final String LOOKS = "~";

    /// Reads what the child answered.
    static List<Noted> from(List<String> texts) {
        List<Noted> noted = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += 3) {
            noted.add(new Noted(texts.get(i), texts.get(i + 1), texts.get(i + 2)));
        }
        return noted;
    }

    /// For the child, which has no use for looks.
    static List<String> texts(List<Noted> noted) {
        List<String> texts = new ArrayList<>();
        for (Noted each : noted) {
            String value = each.isLooks() ? Request.UNKNOWN : each.value;
            texts.addAll(List.of(each.name, each.home, value));
        }
        return texts;
    }

    Noted looking(String looks) {
        return new Noted(name, home, LOOKS + looks);
    }

    boolean isUnknown() {
        return value.equals(Request.UNKNOWN);
    }

    private boolean isLooks() {
        return value.startsWith(LOOKS);
    }

    /// Whether it looked otherwise than any of these.
    boolean looksOtherThan(Iterable<String> looks) {
        if (!isLooks()) {
            return false;
        }
        for (String each : looks) {
            if (value.equals(LOOKS + each)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the value can be made again: all others begin with a sign.
    static boolean isWhole(String value) {
        return !value.isEmpty() && Character.isLetter(value.charAt(0));
    }
}

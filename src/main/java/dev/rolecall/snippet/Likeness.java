package dev.rolecall.snippet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How like the first time the variables are, as snippets run again.
final class Likeness {
    private final Set<String> whole = new LinkedHashSet<>();
    private final Set<String> lookOther = new LinkedHashSet<>();
    private List<String> unsettled = List.of();

    /// A snippet has run again.
    ///
    /// @param noted what was noted after it ran first
    /// @param looks how the values that it gave look now
    /// @param others the variables that could not be put to what they were, all there are by now
    void after(List<Noted> noted, Collection<String> looks, List<String> others) {
        for (Noted each : noted) {
            change(whole, each.name(), Noted.isWhole(each.value()));
            change(lookOther, each.name(), each.looksOtherThan(looks));
        }
        unsettled = List.copyOf(others);
    }

    private static void change(Set<String> names, String name, boolean in) {
        if (in) {
            names.add(name);
        } else {
            names.remove(name);
        }
    }

    /// The variables that have another value than the first time.
    List<String> others() {
        Set<String> others = new LinkedHashSet<>(lookOther);
        others.addAll(unsettled);
        return List.copyOf(others);
    }

    /// Those of the names that are not variables whose value is there, though perhaps not by
    /// running the snippet again.
    List<String> lostOf(Collection<String> names) {
        List<String> lost = new ArrayList<>(names);
        lost.removeIf(name -> whole.contains(name) && !unsettled.contains(name));
        return lost;
    }
}

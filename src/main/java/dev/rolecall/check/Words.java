package dev.rolecall.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/// Texts that patterns tell apart: one for each set of patterns that a text can match while it does
/// not match the others. Found by reading all patterns at once, letter by letter, so that none is
/// missed: a text in `a*` and in `*z` and not in `*m*`, or one in no pattern at all.
final class Words {
    private static final int ANY = -1;
    private static final int ONE = -2;

    /// The first of these that no pattern has stands for every letter that none has.
    private static final String FRESH = "qxzkjvw7QXZKJVW45/:";

    private final List<Pattern> patterns;
    private final int[] starts;
    private final Budget budget;

    /// @param wildcards whether `*` and `?` are more than letters
    record Pattern(String text, boolean wildcards) {
        int[] tokens() {
            return text.chars()
                    .map(c -> !wildcards ? c : c == '*' ? ANY : c == '?' ? ONE : c)
                    .toArray();
        }
    }

    /// What a text must look like.
    ///
    /// @param letter which letters there may be
    /// @param least how many letters at least
    /// @param path whether `/` stands only between others
    record Form(IntPredicate letter, int least, boolean path) {
        static Form of(IntPredicate letter, int least) {
            return new Form(letter, least, false);
        }

        private boolean ends(State state) {
            return state.length() >= least && !(path && state.parted());
        }

        private boolean goesOn(State state, int letter) {
            return !(path && state.parted() && letter == '/');
        }
    }

    /// @param parted whether it is at the begin of a part of a path
    private record State(BitSet at, int length, boolean parted) {}

    private record Word(String text, State state) {}

    private final int[] tokens;

    Words(Collection<Pattern> patterns, Budget budget) {
        this.patterns = List.copyOf(new LinkedHashSet<>(patterns));
        this.budget = budget;
        this.starts = new int[this.patterns.size() + 1];
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < this.patterns.size(); i++) {
            starts[i] = all.size();
            for (int token : this.patterns.get(i).tokens()) {
                all.add(token);
            }
            all.add(0);
        }
        starts[this.patterns.size()] = all.size();
        this.tokens = all.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The texts.
    ///
    /// @param prefix what the patterns match before each of them; it is not in the answer
    /// @param preferred taken rather than others that the patterns do not tell apart from them
    List<String> all(String prefix, Collection<String> preferred, Form form) {
        Map<BitSet, String> found = new LinkedHashMap<>();
        BitSet start = read(begin(), prefix);
        for (String text : preferred) {
            found.putIfAbsent(matched(read(start, text)), text);
        }
        Set<Integer> letters = letters(form.letter());
        Queue<Word> open = new ArrayDeque<>(List.of(new Word("", new State(start, 0, true))));
        Set<State> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Word word = open.remove();
            if (form.ends(word.state())) {
                found.putIfAbsent(matched(word.state().at()), word.text());
            }
            for (int letter : letters) {
                if (form.goesOn(word.state(), letter)) {
                    Word next = next(word, letter, form.least());
                    if (seen.add(next.state())) {
                        budget.spend();
                        open.add(next);
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    private Word next(Word word, int letter, int least) {
        BitSet at = step(word.state().at(), letter);
        int length = Math.min(least, word.state().length() + 1);
        return new Word(word.text() + (char) letter, new State(at, length, letter == '/'));
    }

    private Set<Integer> letters(IntPredicate letter) {
        Set<Integer> letters = new TreeSet<>();
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] > 0) {
                letters.add(tokens[i]);
            }
        }
        FRESH.chars()
                .filter(letter)
                .filter(c -> !letters.contains(c))
                .limit(1)
                .forEach(letters::add);
        letters.removeIf(c -> !letter.test(c));
        return letters;
    }

    private BitSet begin() {
        BitSet at = new BitSet();
        for (int i = 0; i < patterns.size(); i++) {
            enter(at, starts[i]);
        }
        return at;
    }

    private BitSet read(BitSet from, String text) {
        BitSet at = from;
        for (int i = 0; i < text.length(); i++) {
            at = step(at, text.charAt(i));
        }
        return at;
    }

    private BitSet step(BitSet at, int letter) {
        BitSet next = new BitSet();
        for (int i = at.nextSetBit(0); i >= 0; i = at.nextSetBit(i + 1)) {
            if (tokens[i] == ANY) {
                enter(next, i);
            } else if (tokens[i] == ONE || tokens[i] == letter) {
                enter(next, i + 1);
            }
        }
        return next;
    }

    // A star may stand for nothing.
    private void enter(BitSet at, int place) {
        int i = place;
        at.set(i);
        while (tokens[i] == ANY) {
            at.set(++i);
        }
    }

    private BitSet matched(BitSet at) {
        BitSet matched = new BitSet();
        for (int i = 0; i < patterns.size(); i++) {
            matched.set(i, at.get(starts[i + 1] - 1));
        }
        return matched;
    }
}

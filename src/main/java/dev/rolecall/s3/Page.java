package dev.rolecall.s3;

import dev.rolecall.fault.S3Errors;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One page of a list: entries and common prefixes in the order of keys ("Organizing objects using
/// prefixes").
///
/// @param entries what lies under the prefix and in no group
/// @param prefixes groups: the keys' beginnings up to and with the delimiter
/// @param next where the following page goes on; empty if this is the last
record Page<E>(List<Map.Entry<String, E>> entries, List<String> prefixes, Optional<Token> next) {
    private static final int MOST = 1000;

    /// What is asked for.
    ///
    /// @param delimiter empty for no groups
    /// @param after the list goes on behind this, if it is given
    record Query(String prefix, String delimiter, Optional<Token> after, int max) {

        /// Whether the list is past the key already.
        private boolean passed(String key) {
            return after.filter(token ->
                            KeyOrder.UTF_8.compare(key, token.value()) <= 0
                                    || (token.prefix() && key.startsWith(token.value())))
                    .isPresent();
        }

        /// The group that a key belongs to.
        private Optional<String> group(String key) {
            int at = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            return at < 0
                    ? Optional.empty()
                    : Optional.of(key.substring(0, at + delimiter.length()));
        }

        /// The first key worth looking at.
        String start() {
            String marker = after.map(Token::value).orElse("");
            return KeyOrder.UTF_8.compare(marker, prefix) > 0 ? marker : prefix;
        }
    }

    /// Where a list goes on behind a marker that a client gave. A marker that is a group, as
    /// NextMarker may be, stands for all of the group.
    static Optional<Token> marker(String marker, String prefix, String delimiter) {
        Query query = new Query(prefix, delimiter, Optional.empty(), 0);
        boolean group =
                marker.startsWith(prefix) && query.group(marker).filter(marker::equals).isPresent();
        return marker.isEmpty() ? Optional.empty() : Optional.of(new Token(group, marker));
    }

    /// The number that a list may have: a given one, at most 1,000.
    ///
    /// @param name the parameter, such as `max-keys`
    static int max(Optional<Integer> asked, String name) {
        int max = asked.orElse(MOST);
        if (max < 0) {
            throw S3Errors.invalidArgument(
                    "Argument " + name + " must be an integer between 0 and 2147483647",
                    name,
                    Integer.toString(max));
        }
        return Math.min(max, MOST);
    }

    /// @param all sorted by key, from [Query#start] at the latest; a key may occur several times
    static <E> Page<E> of(Iterator<Map.Entry<String, E>> all, Query query) {
        List<Map.Entry<String, E>> entries = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        Optional<Token> last = Optional.empty();
        while (all.hasNext()) {
            Map.Entry<String, E> entry = all.next();
            String key = entry.getKey();
            if (query.passed(key)) {
                continue;
            }
            if (!key.startsWith(query.prefix())) {
                if (KeyOrder.UTF_8.compare(key, query.prefix()) > 0) {
                    break;
                }
                continue;
            }
            Optional<String> group = query.group(key);
            if (group.isPresent() && !groups.isEmpty() && groups.getLast().equals(group.get())) {
                continue;
            }
            if (entries.size() + groups.size() >= query.max()) {
                return new Page<>(entries, groups, last);
            }
            if (group.isPresent()) {
                groups.add(group.get());
                last = Optional.of(new Token(true, group.get()));
            } else {
                entries.add(entry);
                last = Optional.of(Token.key(key));
            }
        }
        return new Page<>(entries, groups, Optional.empty());
    }
}

package dev.rolecall.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One value of `Resource` or `NotResource`, compiled ("IAM JSON policy elements: Resource").
///
/// Part is compared with part, so that a wildcard before the fifth colon stays within its part; a
/// pattern that ends early in `*` takes all that follows.
final class ArnPattern {
    private static final int PARTS = 6;

    private final Form form;
    private final List<Glob> before;
    private final Template last;

    private enum Form {
        EVERYTHING,
        ARN,
        /// A variable before the fifth colon. AWS documents them for the resource part only; what
        /// it does with others is recorded nowhere.
        UNKNOWN
    }

    private ArnPattern(Form form, List<Glob> before, Template last) {
        this.form = form;
        this.before = before;
        this.last = last;
    }

    static ArnPattern of(String text, boolean variables) {
        List<String> parts = split(text);
        List<String> before = parts.subList(0, parts.size() - 1);
        boolean early = parts.size() < PARTS && text.contains("${");
        Form form = Form.ARN;
        if (Glob.pattern(text).isEverything()) {
            form = Form.EVERYTHING;
        } else if (variables && (early || before.stream().anyMatch(p -> p.contains("${")))) {
            form = Form.UNKNOWN;
        }
        return new ArnPattern(
                form,
                before.stream().map(Glob::pattern).toList(),
                Template.of(parts.getLast(), variables, true));
    }

    /// Splits at the first five colons that stand outside a variable.
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        boolean variable = false;
        for (int i = 0; i < text.length() && parts.size() < PARTS - 1; i++) {
            char c = text.charAt(i);
            if (text.startsWith("${", i)) {
                variable = true;
            } else if (c == '}') {
                variable = false;
            } else if (c == ':' && !variable) {
                parts.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }

    /// @param unresolved the answer if a variable has no value in this request
    Answer match(Asked asked, Answer unresolved) {
        return switch (form) {
            case EVERYTHING -> Answer.YES;
            case UNKNOWN -> Answer.UNKNOWN;
            case ARN -> compare(asked, unresolved);
        };
    }

    private Answer compare(Asked asked, Answer unresolved) {
        List<String> parts = asked.resourceParts();
        if (parts.isEmpty()) {
            return Answer.NO;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).matches(parts.get(i))) {
                return Answer.NO;
            }
        }
        Optional<Glob> glob = last.resolve(asked.context());
        return glob.isEmpty() ? unresolved : Answer.of(matchesRest(glob.get(), parts));
    }

    private boolean matchesRest(Glob glob, List<String> parts) {
        int at = before.size();
        if (at == PARTS - 1) {
            return glob.matches(parts.get(at));
        }
        return glob.endsInAny() && glob.matches(String.join(":", parts.subList(at, PARTS)));
    }
}

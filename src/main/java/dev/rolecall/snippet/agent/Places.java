package dev.rolecall.snippet.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.LineNumberInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds in a stack trace the lines that the learner typed.
///
/// JShell, which knows how it wraps a snippet into a class, translates what a snippet throws; of
/// what a thread throws that was left behind it never hears.
final class Places {
    private static final Pattern WRAPPER =
            Pattern.compile("(?:REPL\\.)?(\\$JShell\\$\\d+)([A-Z]*)(?:[$.]|$)");

    private final ClassLoader learners;
    private final Map<String, String> snippets = new ConcurrentHashMap<>();
    private volatile String snippet = "";

    /// @param learners finds, as resources, the classes that were loaded
    Places(ClassLoader learners) {
        this.learners = learners;
    }

    /// Classes that are loaded from now on belong to this snippet.
    void snippet(String id) {
        snippet = id;
    }

    /// A class was loaded. One that JShell wraps anew, as another snippet made it necessary, stays
    /// its own snippet's.
    void loaded(String className) {
        Matcher wrapper = WRAPPER.matcher(className);
        if (wrapper.lookingAt()) {
            snippets.putIfAbsent(wrapper.group(1), snippet);
        }
    }

    /// The learner's lines, innermost first.
    List<String> in(Throwable thrown) {
        StackTraceElement[] lines =
                Stream.of(thrown.getStackTrace())
                        .flatMap(element -> typed(element).stream())
                        .toArray(StackTraceElement[]::new);
        return StackLines.learners(lines);
    }

    /// A text without the classes that JShell wraps snippets in.
    static String withoutWrappers(String text) {
        return WRAPPER.matcher(text).replaceAll("");
    }

    private Optional<StackTraceElement> typed(StackTraceElement element) {
        Matcher wrapper = WRAPPER.matcher(element.getClassName());
        if (!wrapper.lookingAt()) {
            return Optional.empty();
        }
        String id = snippets.getOrDefault(wrapper.group(1), "");
        int line = element.getLineNumber() - before("REPL/" + wrapper.group(1) + wrapper.group(2));
        return id.isEmpty() || line < 1
                ? Optional.empty()
                : Optional.of(new StackTraceElement("", element.getMethodName(), "#" + id, line));
    }

    /// How many lines stand before a snippet in its class: up to the class's name, of which the
    /// constructor that the compiler adds remembers the line, one for `do_it$` or `public static`,
    /// and two for a variable's declaration and the beginning of its assignment.
    private int before(String path) {
        try (InputStream bytes = learners.getResourceAsStream(path + ".class")) {
            if (bytes == null) {
                return Integer.MAX_VALUE;
            }
            ClassModel model = ClassFile.of().parse(bytes.readAllBytes());
            int own = model.fields().isEmpty() ? 1 : 3;
            return model.methods().stream()
                    .filter(method -> method.methodName().equalsString("<init>"))
                    .flatMap(Places::lines)
                    .mapToInt(info -> info.lineNumber() + own)
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
        } catch (IOException e) {
            return Integer.MAX_VALUE;
        }
    }

    private static Stream<LineNumberInfo> lines(MethodModel method) {
        return method
                .code()
                .flatMap(code -> code.findAttribute(Attributes.lineNumberTable()))
                .stream()
                .flatMap(table -> table.lineNumbers().stream());
    }
}

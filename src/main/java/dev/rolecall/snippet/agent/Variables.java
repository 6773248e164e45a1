package dev.rolecall.snippet.agent;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The learner's variables: what their values were when they were last looked at, and how to put
/// those into another JVM in which the same snippets ran again.
final class Variables {
    /// A class of the learner's in the one that JShell wraps it in. Its number is not the same in
    /// another JVM to which the snippets are compiled anew.
    private static final Pattern LEARNERS = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\$(.+)");

    private static final String LEARNERS_MARK = "~";

    private final ClassLoader loader;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Map<String, String> newest = new ConcurrentHashMap<>();

    /// @param loader of the learner's classes
    Variables(ClassLoader loader) {
        this.loader = loader;
    }

    /// @param home the class that JShell put it in
    private record Known(String home, String value) {}

    /// A class was loaded.
    void loaded(String className) {
        Matcher learners = LEARNERS.matcher(className);
        if (learners.matches()) {
            newest.put(learners.group(1), className);
        }
    }

    /// Looks at the variables, all that there are.
    ///
    /// @param asked name, class, and `+` if it is wanted even if it has not changed
    /// @return name, class and value of those that changed or are wanted
    List<String> note(List<String> asked) {
        List<String> noted = new ArrayList<>();
        Set<String> there = new LinkedHashSet<>();
        for (int i = 0; i < asked.size(); i += 3) {
            String name = asked.get(i);
            Known now = new Known(asked.get(i + 1), valueIn(asked.get(i + 1), name));
            boolean same = now.equals(known.put(name, now));
            if (!same || !asked.get(i + 2).isEmpty()) {
                noted.addAll(List.of(name, now.home(), now.value()));
            }
            there.add(name);
        }
        known.keySet().retainAll(there);
        return noted;
    }

    /// Puts the variables to what they were after a snippet that has just run again.
    ///
    /// @param noted what [#note] said after it ran first
    /// @return the names of all variables that could not be put to what they were
    List<String> settle(List<String> noted) {
        for (int i = 0; i < noted.size(); i += 3) {
            known.put(noted.get(i), new Known(noted.get(i + 1), noted.get(i + 2)));
        }
        List<String> others = new ArrayList<>();
        known.forEach((name, wanted) -> {
            if (!isSettled(name, wanted)) {
                others.add(name);
            }
        });
        return others;
    }

    private boolean isSettled(String name, Known wanted) {
        String value = wanted.value();
        if (value.equals(PlainWriter.UNKNOWN) || value.equals(valueIn(wanted.home(), name))) {
            return true;
        }
        if (value.startsWith(PlainWriter.DIGEST)) {
            return false;
        }
        try {
            Field field = field(wanted.home(), name);
            field.set(null, PlainReader.read(value, field.get(null), this::classNamed));
            return value.equals(valueIn(wanted.home(), name));
        } catch (ReflectiveOperationException | IllegalArgumentException | LinkageError e) {
            return false;
        }
    }

    private String valueIn(String home, String name) {
        try {
            return PlainWriter.write(field(home, name).get(null), this::nameOf);
        } catch (ReflectiveOperationException | LinkageError e) {
            return PlainWriter.UNKNOWN;
        }
    }

    /// The variable's value.
    ///
    /// @throws ReflectiveOperationException if there is no such variable
    @Nullable Object get(String home, String name) throws ReflectiveOperationException {
        return field(home, name).get(null);
    }

    private Field field(String home, String name) throws ReflectiveOperationException {
        Field field = Class.forName(home, true, loader).getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /// The name by which a class is found in a JVM that compiled the same snippets.
    private Optional<String> nameOf(Class<?> type) {
        Matcher learners = LEARNERS.matcher(type.getName());
        if (!learners.matches()) {
            return Optional.of(type.getName());
        }
        String name = learners.group(1);
        return Optional.of(name)
                .filter(n -> type.getName().equals(newest.get(n)))
                .map(n -> LEARNERS_MARK + n);
    }

    private Optional<Class<?>> classNamed(String name) {
        String full =
                name.startsWith(LEARNERS_MARK)
                        ? newest.getOrDefault(name.substring(1), name)
                        : name;
        try {
            return Optional.of(Class.forName(full, true, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}

package dev.rolecall.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What happens in the background, told to whoever listens: what came before anybody did is kept
/// for the first.
final class Notices {
    private final List<Event> waiting = new ArrayList<>();
    private Optional<Consumer<Event>> listener = Optional.empty();

    void say(String line) {
        add(new Event.Said(line));
    }

    synchronized void add(Event event) {
        listener.ifPresentOrElse(out -> out.accept(event), () -> waiting.add(event));
    }

    /// @param out may be called from another thread
    synchronized void listen(Consumer<Event> out) {
        waiting.forEach(out);
        waiting.clear();
        listener = Optional.of(out);
    }
}

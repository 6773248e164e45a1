package dev.rolecall.localstack.container;

import dev.rolecall.localstack.container.Processes.Fate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Containers of shells that were killed before they could remove them.
final class Leftovers {
    private final Engine engine;
    private final Processes processes;

    Leftovers(Engine engine, Processes processes) {
        this.engine = engine;
        this.processes = processes;
    }

    /// Removes those whose shell is certainly gone, and returns how many there were.
    int sweep() {
        List<String> left =
                engine.labelled(ShellMark.SHELL).entrySet().stream()
                        .filter(each -> isLeft(each.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        left.forEach(engine::remove);
        return left.size();
    }

    private boolean isLeft(Map<String, String> labels) {
        return ShellMark.of(labels).map(processes::fate).equals(Optional.of(Fate.GONE));
    }
}

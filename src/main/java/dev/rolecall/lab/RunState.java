package dev.rolecall.lab;

import dev.rolecall.cloud.CloudState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where a run stands, as one immutable value.
///
/// @param step the current step, from 1
/// @param done the numbers of the steps that are done; a step that is done stays done
/// @param skipped those of them that their reference solution did
/// @param hints how many hints were shown, by step number
/// @param met the ids of the current step's criteria that are met
/// @param starts how everything was when each step began, up to the current one
record RunState(
        int step,
        List<Integer> done,
        List<Integer> skipped,
        Map<String, Integer> hints,
        List<String> met,
        Acting acting,
        List<StepStart> starts) {

    RunState {
        done = List.copyOf(done);
        skipped = List.copyOf(skipped);
        hints = Map.copyOf(hints);
        met = List.copyOf(met);
        starts = List.copyOf(starts);
    }

    /// How everything was when a step began.
    ///
    /// @param snippets how many snippets had been evaluated
    record StepStart(CloudState cloud, int snippets, Acting acting) {}

    static RunState beginning(CloudState cloud, Acting acting) {
        return new RunState(
                1,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                acting,
                List.of(new StepStart(cloud, 0, acting)));
    }

    StepStart start() {
        return starts.getLast();
    }

    boolean isDone() {
        return done.contains(step);
    }

    int hintsShown() {
        return hints.getOrDefault(Integer.toString(step), 0);
    }

    RunState acting(Acting who) {
        return new RunState(step, done, skipped, hints, met, who, starts);
    }

    RunState met(List<String> criteria) {
        return new RunState(step, done, skipped, hints, criteria, acting, starts);
    }

    RunState finished() {
        return new RunState(step, with(done, step), skipped, hints, met, acting, starts);
    }

    RunState skippedStep() {
        return new RunState(step, done, with(skipped, step), hints, met, acting, starts);
    }

    RunState hintShown(int rung) {
        Map<String, Integer> more = new HashMap<>(hints);
        more.merge(Integer.toString(step), rung, Math::max);
        return new RunState(step, done, skipped, more, met, acting, starts);
    }

    /// The next step begins.
    RunState entered(CloudState cloud, int snippets) {
        List<StepStart> more = new ArrayList<>(starts);
        more.add(new StepStart(cloud, snippets, acting));
        return new RunState(step + 1, done, skipped, hints, List.of(), acting, more);
    }

    /// Back to the beginning of a step that has begun before. What was done stays done.
    RunState backTo(int number) {
        List<StepStart> kept = starts.subList(0, number);
        return new RunState(number, done, skipped, hints, List.of(), kept.getLast().acting(), kept);
    }

    private static List<Integer> with(List<Integer> numbers, int number) {
        return numbers.contains(number)
                ? numbers
                : java.util.stream.Stream.concat(
                                numbers.stream(), java.util.stream.Stream.of(number))
                        .sorted()
                        .toList();
    }
}

package dev.rolecall.lab;

import dev.rolecall.cloud.CloudState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Where a run stands, as one immutable value.
///
/// @param step the current step, from 1
/// @param passed whether the current step was done since it last began
/// @param done the numbers of the steps that were ever done: that is never taken back
/// @param skipped those of them that their reference solution did
/// @param hints how many hints were shown, by step number
/// @param met the ids of the current step's criteria that are met
/// @param starts how everything was when each step began, up to the current one
record RunState(
        int step,
        boolean passed,
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
        if (starts.isEmpty() || starts.size() != step) {
            throw new IllegalArgumentException("at step " + step + " of " + starts.size());
        }
    }

    /// How everything was when a step began.
    ///
    /// @param snippets how many snippets had been evaluated
    record StepStart(CloudState cloud, int snippets, Acting acting) {
        /// The same in another cloud.
        StepStart in(CloudState other) {
            return new StepStart(other, snippets, acting);
        }
    }

    static RunState beginning(CloudState cloud, Acting acting) {
        return new RunState(
                1,
                false,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                acting,
                List.of(new StepStart(cloud, 0, acting)));
    }

    /// The same with another cloud at the beginning of the first step.
    RunState begunWith(CloudState cloud) {
        List<StepStart> others = new ArrayList<>(starts);
        others.set(0, starts.getFirst().in(cloud));
        return starting(others);
    }

    StepStart start() {
        return starts.getLast();
    }

    int hintsShown() {
        return hints.getOrDefault(Integer.toString(step), 0);
    }

    RunState acting(Acting who) {
        return new RunState(step, passed, done, skipped, hints, met, who, starts);
    }

    RunState met(List<String> criteria) {
        return new RunState(step, passed, done, skipped, hints, criteria, acting, starts);
    }

    RunState finished() {
        return new RunState(step, true, with(done, step), skipped, hints, met, acting, starts);
    }

    RunState skippedStep() {
        return new RunState(step, passed, done, with(skipped, step), hints, met, acting, starts);
    }

    RunState hintShown(int rung) {
        Map<String, Integer> more = new HashMap<>(hints);
        more.merge(Integer.toString(step), rung, Math::max);
        return new RunState(step, passed, done, skipped, more, met, acting, starts);
    }

    /// The next step begins.
    RunState entered(CloudState cloud, int snippets) {
        List<StepStart> more = new ArrayList<>(starts);
        more.add(new StepStart(cloud, snippets, acting));
        return new RunState(step + 1, false, done, skipped, hints, List.of(), acting, more);
    }

    /// Back to the beginning of a step that has begun before. It has to be done again before the
    /// next one can begin, which builds on it.
    RunState backTo(int number) {
        List<StepStart> kept = starts.subList(0, number);
        Acting who = kept.getLast().acting();
        return new RunState(number, false, done, skipped, hints, List.of(), who, kept);
    }

    /// The same with other starts.
    RunState starting(List<StepStart> others) {
        return new RunState(step, passed, done, skipped, hints, met, acting, others);
    }

    private static List<Integer> with(List<Integer> numbers, int number) {
        Set<Integer> more = new TreeSet<>(numbers);
        more.add(number);
        return List.copyOf(more);
    }
}

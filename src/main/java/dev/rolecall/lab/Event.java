package dev.rolecall.lab;

import dev.rolecall.check.StepOutcome;
import dev.rolecall.course.HintLadder;
import dev.rolecall.course.Lab;
import dev.rolecall.course.Step;
import dev.rolecall.guard.Recorded;
import dev.rolecall.policy.Evaluation;
import dev.rolecall.snippet.Evaluated;
import dev.rolecall.snippet.Outcome;
import dev.rolecall.snippet.Printed;
import dev.rolecall.snippet.Restored;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a run tells whoever draws it. Facts only: words, width and colour are the screen's.
public sealed interface Event {

    /// The learner's code printed something.
    record Output(Printed printed) implements Event {}

    /// A snippet came to its end.
    record Answered(Evaluated snippet) implements Event {
        /// Whether it was refused, which `/why` can explain.
        public boolean refused() {
            return snippet.outcome()
                            instanceof Outcome.AwsRefused(_, String code, int status, _, _, _)
                    && (status == 403 || code.equals("ExpiredToken"));
        }
    }

    /// A criterion changed.
    ///
    /// @param number from 1
    /// @param of how many the step has
    record Ticked(int number, int of, String name, boolean met) implements Event {}

    /// Every criterion of the step is met.
    ///
    /// @param last whether the lab is at its end
    record StepDone(Step step, boolean last) implements Event {}

    /// The whole outcome of a check.
    ///
    /// @param done whether the step was done before, and so stays done
    record Checked(Step step, StepOutcome outcome, boolean done, int hintsShown) implements Event {}

    /// A lab begins, or goes on where it was left.
    record Opened(Lab lab, boolean resumed) implements Event {}

    /// A run was kept that cannot be gone on with. It was moved, and another begins.
    ///
    /// @param where it is now
    /// @param why lower case, no final period
    record SetAside(Path where, String why) implements Event {}

    /// Running the snippets again did not give everything back.
    record Lost(Restored restored) implements Event {}

    /// What the learner does can be kept in memory only, until writing it down works again.
    ///
    /// @param what lower case, no final period
    /// @param whatToDo lower case, no final period
    record NotKept(String what, String whatToDo) implements Event {}

    /// A step's task.
    record Task(Lab lab, Step step) implements Event {}

    /// A hint.
    ///
    /// @param rung from 1
    record Hinted(int rung, HintLadder.Hint hint) implements Event {}

    /// Why a request was answered as it was.
    record Explained(Recorded request, List<Evaluation> evaluations) implements Event {}

    /// What changed since the step began.
    record Differs(List<Difference> differences) implements Event {}

    /// What LocalStack has otherwise: somebody changed it directly.
    record Drifted(List<Difference> differences) implements Event {}

    /// The lab's time, and how it was moved.
    ///
    /// @param by zero if it was not moved, negative if it was turned back
    /// @param offset lab time minus real time
    /// @param ended sessions that were alive before and are not now
    record ClockMoved(Instant now, Duration by, Duration offset, List<Ended> ended)
            implements Event {}

    /// A session that the clock ran past.
    ///
    /// @param who as `SESSION of Test as ROLE`
    /// @param ago how long before now it ended
    /// @param acting whether the learner acts with it
    record Ended(String who, Duration ago, boolean acting) {}

    /// Somebody else is current.
    record ActsNow(Acting acting) implements Event {}

    /// The labs and the steps of this one.
    record Listed(List<String> labs, Lab lab, int current, List<Integer> done) implements Event {}

    /// The commands, or one of them.
    record Help(List<Command> commands, boolean whole) implements Event {}

    /// A line that the engine types itself, as `/solve` does.
    record Typed(Status status, String line) implements Event {}

    /// A sentence.
    record Said(String text) implements Event {}

    /// A command could not do what was asked.
    ///
    /// @param what lower case, no final period
    /// @param whatToDo lower case, no final period; empty if there is nothing
    record Rejected(String what, String whatToDo) implements Event {}

    /// All that one line brought about has been told.
    record Done() implements Event {}

    /// The learner leaves.
    record Left() implements Event {}
}

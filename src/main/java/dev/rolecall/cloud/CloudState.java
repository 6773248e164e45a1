package dev.rolecall.cloud;

import dev.rolecall.guard.LabClock;
import dev.rolecall.guard.Recorded;
import dev.rolecall.iam.IamState;
import dev.rolecall.s3.S3State;
import dev.rolecall.sts.SessionBook;
import java.util.List;

/// The whole cloud at one moment: every part is immutable, so taking it is free and keeping it
/// costs only what changed since.
public record CloudState(
        IamState iam,
        SessionBook.State sts,
        S3State s3,
        List<LabClock.Move> clock,
        List<Recorded> requests) {
    public CloudState {
        clock = List.copyOf(clock);
        requests = List.copyOf(requests);
    }
}

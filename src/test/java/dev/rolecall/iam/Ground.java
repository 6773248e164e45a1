package dev.rolecall.iam;

import java.time.Clock;
import java.util.List;

/// What the stories about IAM and STS stand on: IAM in this program alone, or one that a container
/// mirrors. The stories are the same.
public final class Ground {
    private static volatile Kind kind = new Alone();

    private Ground() {}

    /// Makes what stories need of IAM.
    public interface Kind {
        /// IAM with empty accounts.
        Iam iam(Clock clock, Ids ids, List<String> accounts);

        /// Brings whatever is behind IAM to a state that IAM is restored to next.
        void restoring(Iam iam, IamState state);
    }

    private record Alone() implements Kind {
        @Override
        public Iam iam(Clock clock, Ids ids, List<String> accounts) {
            Iam iam = new Iam(clock, ids);
            accounts.forEach(iam::createAccount);
            return iam;
        }

        @Override
        public void restoring(Iam iam, IamState state) {}
    }

    /// From now on stories stand on this.
    public static void become(Kind other) {
        kind = other;
    }

    /// From now on stories stand on IAM in this program alone.
    public static void becomeAlone() {
        kind = new Alone();
    }

    static Iam iam(Clock clock, Ids ids, String... accounts) {
        return kind.iam(clock, ids, List.of(accounts));
    }

    static void restore(Iam iam, IamState state) {
        kind.restoring(iam, state);
        iam.restore(state);
    }
}

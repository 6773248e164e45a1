package dev.rolecall.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.cloud.CloudState;
import dev.rolecall.iam.IamState;
import dev.rolecall.s3.S3State;
import dev.rolecall.snippet.CredentialsValue;
import dev.rolecall.sts.SessionBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunStateTest {
    static final CloudState CLOUD =
            new CloudState(
                    new IamState(Map.of()),
                    new SessionBook.State(Map.of()),
                    S3State.empty(),
                    List.of(),
                    List.of());
    static final Acting ADMIN =
            new Acting(CredentialsValue.ofKey("AKIAADMIN", "secret"), "admin", Optional.empty());
    static final Acting TEST =
            new Acting(CredentialsValue.ofKey("AKIATEST", "secret"), "Test", Optional.empty());

    private final RunState first = RunState.beginning(CLOUD, ADMIN);

    @Test
    void aRunBeginsAtStepOneWithNothingDone() {
        assertThat(first.step()).isEqualTo(1);
        assertThat(first.passed()).isFalse();
        assertThat(first.done()).isEmpty();
        assertThat(first.hintsShown()).isZero();
    }

    @Test
    void whatWasEverDoneStaysDone() {
        RunState second = first.finished().entered(CLOUD, 3);
        assertThat(second.passed()).isFalse();
        assertThat(second.done()).containsExactly(1);
        RunState back = second.finished().backTo(1);
        assertThat(back.done()).containsExactly(1, 2);
    }

    @Test
    void aStepThatOneGoesBackToHasToBeDoneAgain() {
        RunState back = first.finished().entered(CLOUD, 3).backTo(1);
        assertThat(back.passed()).isFalse();
        assertThat(back.met()).isEmpty();
        assertThat(back.step()).isEqualTo(1);
        assertThat(back.starts()).hasSize(1);
        assertThat(back.finished().passed()).isTrue();
    }

    @Test
    void goingBackMakesWhoeverActedThenActAgain() {
        RunState second = first.acting(TEST).finished().entered(CLOUD, 1);
        assertThat(second.acting(ADMIN).backTo(2).acting()).isEqualTo(TEST);
        assertThat(second.backTo(1).acting()).isEqualTo(ADMIN);
    }

    @Test
    void hintsAreCountedPerStepAndNeverTakenBack() {
        RunState hinted = first.hintShown(2).hintShown(1);
        assertThat(hinted.hintsShown()).isEqualTo(2);
        assertThat(hinted.finished().entered(CLOUD, 0).hintsShown()).isZero();
        assertThat(hinted.finished().entered(CLOUD, 0).backTo(1).hintsShown()).isEqualTo(2);
    }

    @Test
    void aStepIsListedOnceHoweverOftenItIsDone() {
        RunState again = first.finished().backTo(1).finished().skippedStep().skippedStep();
        assertThat(again.done()).containsExactly(1);
        assertThat(again.skipped()).containsExactly(1);
    }

    @Test
    void aStateWhoseStepHasNoBeginningIsNone() {
        assertThatThrownBy(() -> first.starting(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> first.starting(List.of(first.start(), first.start())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

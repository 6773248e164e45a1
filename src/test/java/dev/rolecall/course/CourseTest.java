package dev.rolecall.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.fault.UserError;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseTest {
    @TempDir Path labs;

    @Test
    void listsTheFoldersThatHaveALab() {
        SampleLab.write(labs, "two");
        SampleLab.write(labs, "one");
        SampleLab.write(labs, "notes").delete("lab.yaml");
        assertThat(Course.open(labs).ids()).containsExactly("one", "two");
    }

    @Test
    void readsALabWhole() {
        SampleLab.write(labs, "sample");
        Lab lab = Course.open(labs).lab("sample").orUserError();
        assertThat(lab.title()).isEqualTo("A sample");
        assertThat(lab.minutes()).isEqualTo(5);
        assertThat(lab.account()).isEqualTo("111122223333");
        assertThat(lab.parameters()).containsEntry("bucket", "reports");
        assertThat(lab.points()).isEqualTo(3);
        assertThat(lab.checks()).hasFileName("SampleChecks.java");
        Step step = lab.step("2").orElseThrow();
        assertThat(step).isEqualTo(lab.step("second-step").orElseThrow());
        assertThat(step.checksName()).isEqualTo("SecondStep");
        assertThat(step.task()).isEqualTo("Do it.\n");
        assertThat(step.hints().rungs())
                .extracting(HintLadder.Hint::title)
                .containsExactly("Concept", "Where", "Shape");
        assertThat(step.hints().rungs().getLast().text()).isEqualTo("```\n## no heading\n```");
        assertThat(step.wrong()).extracting(Misconception::name).containsExactly("other", "this");
        assertThat(step.wrong()).extracting(Misconception::failsAt).containsOnly("isDone");
    }

    @Test
    void accountsMayBeSeveral() {
        SampleLab.write(labs, "sample")
                .replace(
                        "lab.yaml",
                        "minutes: 5",
                        "minutes: 5\naccounts: [\"111122223333\", \"444455556666\"]");
        assertThat(Course.open(labs).lab("sample").orUserError().accounts())
                .containsExactly("111122223333", "444455556666");
    }

    @Test
    void anUnknownLabNamesThoseThatThereAre() {
        SampleLab.write(labs, "sample");
        assertThatThrownBy(() -> Course.open(labs).lab("x"))
                .isInstanceOf(UserError.class)
                .hasMessage("there is no lab `x`; choose one of: sample");
    }

    @Test
    void aMissingFolderIsTheUsersToMend() {
        assertThatThrownBy(() -> Course.open(labs.resolve("none"))).isInstanceOf(UserError.class);
    }
}

package dev.rolecall.cloud;

import static dev.rolecall.cloud.LocalStackDocsTest.assertCurrent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.localstack.TestContainer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// With the guard before it LocalStack answers as AWS does, and the page that shows it is current.
@Tag("container")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalStackDocsContainerTest {
    private LocalStackDocs.Run run =
            new LocalStackDocs.Run(new AnswerTable(List.of()), new OperationTable(Set.of()));

    @BeforeAll
    void askAll() {
        run = LocalStackDocs.Run.on(TestContainer.uri());
    }

    @Test
    void behindTheGuardItAnswersAsAwsDoes() {
        assertThat(run.answers().rows())
                .hasSizeGreaterThan(25)
                .filteredOn(row -> row.question().unlike().isEmpty())
                .allSatisfy(row ->
                        assertThat(row.guarded())
                                .as(row.question().asked())
                                .isEqualTo(row.question().aws()));
    }

    @Test
    void whereItIsSaidNotToItDoesNot() {
        assertThat(run.answers().rows())
                .filteredOn(row -> row.question().unlike().isPresent())
                .noneMatch(AnswerTable.Row::rightGuarded);
    }

    @Test
    void thePageHasTheAnswers() throws Exception {
        assertCurrent(LocalStackDocs.ANSWERS, run.answers().markdown());
    }

    @Test
    void thePageHasTheOperationsThatLocalStackDoesNotHave() throws Exception {
        assertCurrent(LocalStackDocs.OPERATIONS, run.operations().markdown());
    }
}

package dev.rolecall.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.cloud.CloudState;
import dev.rolecall.cloud.Exchange;
import dev.rolecall.cloud.TestCloud;
import dev.rolecall.course.Course;
import dev.rolecall.course.Lab;
import dev.rolecall.course.Step;
import dev.rolecall.fault.UserError;
import dev.rolecall.progress.RunStore;
import dev.rolecall.snippet.CredentialsValue;
import dev.rolecall.snippet.Past;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/// What is kept is a real cloud's: users, keys, roles, sessions, objects and an audit trail.
class RunKeeperTest {
    private static final CredentialsValue KEY = CredentialsValue.ofKey("AKIAADMIN", "secret");
    private static final Acting HAT =
            new Acting(
                    new CredentialsValue("ASIAX", "secret", Optional.of("token")),
                    "Test as hat",
                    Optional.of(Instant.parse("2030-01-02T03:04:05.678Z")));

    @TempDir static Path bodies;
    private static Lab lab;
    private static CloudState before;
    private static CloudState after;

    @TempDir Path root;
    private Path folder;

    @BeforeAll
    static void twoMomentsOfACloud() {
        lab = Course.open(Path.of("labs")).lab("assume-role").orUserError();
        try (TestCloud cloud = new TestCloud(bodies)) {
            IamClient iam = cloud.admin().iam();
            TestCloud.Clients test = cloud.user("Test");
            before = cloud.cloud().state();
            String arn = iam.getUser(b -> b.userName("Test")).user().arn();
            iam.createRole(b -> b.roleName("hat").assumeRolePolicyDocument(trust(arn)));
            Credentials hat =
                    test.sts()
                            .assumeRole(b ->
                                    b.roleArn(arn.replace("user/Test", "role/hat"))
                                            .roleSessionName("session"))
                            .credentials();
            assertThat(hat.accessKeyId()).startsWith("ASIA");
            cloud.admin().s3().createBucket(b -> b.bucket("notes"));
            cloud.clock().advance(Duration.ofMinutes(61));
            after = cloud.cloud().state();
        }
    }

    @AfterAll
    static void theMomentsDiffer() {
        assertThat(after).isNotEqualTo(before);
    }

    private static String trust(String arn) {
        return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
         "Principal":{"AWS":"%s"},"Action":"sts:AssumeRole"}]}
        """
                .formatted(arn);
    }

    @BeforeEach
    void aFolder() {
        folder = root.resolve("assume-role");
    }

    private RunKeeper keeper() {
        return new RunKeeper(new RunStore(folder), lab);
    }

    private static RunKeeper.Kept kept(RunState run, CloudState cloud, int snippets) {
        List<Past> past = new ArrayList<>();
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 1; i <= snippets; i++) {
            past.add(
                    new Past(
                            "" + i,
                            "f(\"ü\n\")",
                            Past.Result.RAN,
                            KEY,
                            Map.of("v" + i, "String:2:ä\n")));
            exchanges.add(
                    new Exchange("" + i, "POST /?", 200, Map.of("ETag", "x"), "Ym9keQ==", true));
        }
        return new RunKeeper.Kept(run, cloud, past, exchanges, Optional.empty());
    }

    private static RunState secondStep() {
        return firstStep()
                .met(List.of("testExists"))
                .finished()
                .skippedStep()
                .hintShown(2)
                .entered(after, 1)
                .acting(HAT);
    }

    private RunKeeper.Kept read() {
        assertThat(keeper().load()).isInstanceOf(RunKeeper.Resumed.class);
        return ((RunKeeper.Resumed) keeper().load()).kept();
    }

    /// Which file it is: each save puts another in its place.
    private Object stateFile() throws IOException {
        return Files.readAttributes(folder.resolve("state.json"), BasicFileAttributes.class)
                .fileKey();
    }

    private static RunState firstStep() {
        return RunState.beginning(before, RunStateTest.ADMIN);
    }

    @Test
    void whatWasSavedIsReadBackEqual() {
        RunKeeper.Kept kept = kept(secondStep(), after, 3);
        keeper().save(kept);
        assertThat(read()).isEqualTo(kept);
    }

    @Test
    void savedPieceByPieceItIsTheSame() {
        RunKeeper keeper = keeper();
        keeper.save(kept(firstStep(), before, 0));
        keeper.save(kept(firstStep(), after, 2));
        keeper.save(kept(secondStep(), after, 5));
        assertThat(read()).isEqualTo(kept(secondStep(), after, 5));
    }

    @Test
    void aResumedRunIsSavedOnFromThere() {
        keeper().save(kept(firstStep(), before, 2));
        RunKeeper next = keeper();
        assertThat(next.load()).isInstanceOf(RunKeeper.Resumed.class);
        next.save(kept(secondStep(), after, 3));
        assertThat(read()).isEqualTo(kept(secondStep(), after, 3));
    }

    @Test
    void nothingIsWrittenWhenNothingChanged() throws IOException {
        RunKeeper keeper = keeper();
        keeper.save(kept(secondStep(), after, 2));
        Object file = stateFile();
        keeper.save(kept(secondStep(), after, 2));
        assertThat(stateFile()).isEqualTo(file);
        keeper.save(kept(secondStep().hintShown(3), after, 2));
        assertThat(stateFile()).isNotEqualTo(file);
    }

    @Test
    void norAfterAResumeThatChangedNothing() throws IOException {
        keeper().save(kept(secondStep(), after, 2));
        Object file = stateFile();
        RunKeeper next = keeper();
        next.load();
        next.save(kept(secondStep(), after, 2));
        assertThat(stateFile()).isEqualTo(file);
    }

    @Test
    void aPastThatWasCutIsWrittenAnew() {
        RunKeeper keeper = keeper();
        keeper.save(kept(secondStep(), after, 4));
        keeper.save(kept(secondStep().backTo(1), before, 1));
        assertThat(read()).isEqualTo(kept(secondStep().backTo(1), before, 1));
    }

    @Test
    void aSnippetOfThePastThatCostTheJvmSinceIsNotRunAgain() {
        RunKeeper keeper = keeper();
        RunKeeper.Kept kept = kept(secondStep(), after, 2);
        keeper.save(kept);
        List<Past> died = new ArrayList<>(kept.past());
        died.set(0, Past.of("1", died.getFirst().source(), Past.Result.DIED, KEY));
        RunKeeper.Kept now =
                new RunKeeper.Kept(
                        kept.run(), kept.cloud(), died, kept.exchanges(), Optional.empty());
        keeper.save(now);
        assertThat(read()).isEqualTo(now);
    }

    @Test
    void afterASaveThatFailedTheNextOneWritesEverything() throws IOException {
        RunKeeper keeper = keeper();
        keeper.save(kept(firstStep(), before, 1));
        Path wall = Files.createDirectory(folder.resolve("state.json.new"));
        assertThatThrownBy(() -> keeper.save(kept(secondStep(), after, 2)))
                .isInstanceOf(UserError.class);
        assertThat(read()).isEqualTo(kept(firstStep(), before, 1));
        Files.delete(wall);
        keeper.save(kept(secondStep(), after, 3));
        assertThat(read()).isEqualTo(kept(secondStep(), after, 3));
    }

    @Test
    void requestsAreWrittenOnceHoweverManyStepsRememberThem() throws IOException {
        keeper().save(kept(secondStep(), after, 0));
        String state = Files.readString(folder.resolve("state.json"));
        assertThat(state).doesNotContain("\"operation\"");
        assertThat(read().cloud().requests()).isEqualTo(after.requests()).isNotEmpty();
        assertThat(read().run().starts().getFirst().cloud().requests())
                .isEqualTo(before.requests());
    }

    @Test
    void aRunThatWasKeptBeforeValuesWereIsReadWithoutThem() throws IOException {
        keeper().save(kept(secondStep(), after, 2));
        Path journal = journal();
        String text = Files.readString(journal);
        String without = text.replaceAll(",\"values\":\\{[^}]*}", "");
        assertThat(without).isNotEqualTo(text);
        // the state's first line counts the journal's bytes
        Path state = folder.resolve("state.json");
        Files.writeString(
                state,
                Files.readString(state)
                        .replaceFirst(
                                Integer.toString(bytes(text)), Integer.toString(bytes(without))));
        Files.writeString(journal, without);
        assertThat(read().past())
                .hasSize(2)
                .allSatisfy(past -> assertThat(past.values()).isEmpty());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private Path journal() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jsonl")).findFirst().orElseThrow();
        }
    }

    @Test
    void anEmptyFolderIsAFreshRun() {
        assertThat(keeper().load()).isEqualTo(new RunKeeper.Fresh());
    }

    @Test
    void whatCannotBeReadIsSetAsideWithItsReason() throws IOException {
        keeper().save(kept(secondStep(), after, 2));
        Path state = folder.resolve("state.json");
        String good = Files.readString(state);
        for (String bad :
                List.of(
                        good.substring(0, good.length() / 2),
                        good.replace("\"step\":2", "\"step\":3"),
                        good.replace("\"step\":2", "\"step\":\"two\""),
                        good.replace("\"requests\":[", "\"requests\":[99999,"),
                        good.replace("2012-10-17", "1999-10-17").replace("Effect", "Affect"))) {
            assertThat(bad).isNotEqualTo(good);
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("state.json"), bad);
            assertThat(keeper().load())
                    .isInstanceOfSatisfying(
                            RunKeeper.SetAside.class,
                            aside -> {
                                assertThat(aside.where().resolve("state.json")).hasContent(bad);
                                assertThat(aside.why()).startsWith("it is damaged: ");
                            });
            assertThat(keeper().load()).isEqualTo(new RunKeeper.Fresh());
        }
    }

    @Test
    void aTruncatedJournalIsSetAside() throws IOException {
        keeper().save(kept(secondStep(), after, 2));
        Path journal = journal();
        String text = Files.readString(journal);
        Files.writeString(journal, text.substring(0, text.length() - 10));
        assertThat(keeper().load()).isInstanceOf(RunKeeper.SetAside.class);
    }

    @Test
    void aRunOfALabWhoseStepsChangedIsSetAside() {
        keeper().save(kept(secondStep(), after, 0));
        Lab other = withSteps(lab.steps().reversed());
        assertThat(new RunKeeper(new RunStore(folder), other).load())
                .isInstanceOfSatisfying(
                        RunKeeper.SetAside.class,
                        aside -> assertThat(aside.why()).contains("steps have changed"));
    }

    @Test
    void stepsThatTheRunDoesNotKnowYetMayChange() {
        keeper().save(kept(secondStep(), after, 0));
        Lab shorter = withSteps(lab.steps().subList(0, 2));
        assertThat(new RunKeeper(new RunStore(folder), shorter).load())
                .isInstanceOf(RunKeeper.Resumed.class);
        Lab tooShort = withSteps(lab.steps().subList(0, 1));
        assertThat(new RunKeeper(new RunStore(folder), tooShort).load())
                .isInstanceOf(RunKeeper.SetAside.class);
    }

    private static Lab withSteps(List<Step> steps) {
        return new Lab(
                lab.id(),
                lab.folder(),
                lab.title(),
                lab.minutes(),
                lab.accounts(),
                lab.parameters(),
                steps,
                lab.checks());
    }
}

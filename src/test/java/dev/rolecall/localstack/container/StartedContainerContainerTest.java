package dev.rolecall.localstack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ExposedPort;
import dev.rolecall.fault.UserError;
import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.client.Clients;
import dev.rolecall.localstack.container.Container.State;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("container")
@Timeout(120)
class StartedContainerContainerTest {
    private final List<String> progress = new CopyOnWriteArrayList<>();
    private final Container container = Container.start(TestContainer.IMAGE, progress::add);

    @BeforeAll
    static void anEngine() {
        TestContainer.assumeEngine();
    }

    @AfterEach
    void remove() {
        container.close();
        assertThat(TestEngine.ofThisShell()).as("left behind").isEmpty();
    }

    /// Its id, once it is ready.
    private String id() {
        assertThat(container.endpoint().getPort()).isPositive();
        return TestEngine.ofThisShell().getFirst();
    }

    @Test
    void whoHasTheEndpointIsAnsweredAtOnce() {
        try (Clients clients = new Clients(container.endpoint())) {
            clients.s3(TestContainer.account()).createBucket(b -> b.bucket("first"));
            clients.iam(TestContainer.account()).createUser(b -> b.userName("first"));
        }
        assertThat(container.ours()).isTrue();
        assertThat(container.alive()).isTrue();
        assertThat(progress).hasSize(2).element(0).isEqualTo("starting LocalStack");
        assertThat(progress.getLast()).matches("LocalStack is ready after \\d+ s");
    }

    @Test
    void itIsOpenToThisMachineAloneAndHasNotTheEnginesSocket() {
        InspectContainerResponse inspected = TestEngine.inspect(id());
        assertThat(inspected.getNetworkSettings().getPorts().getBindings())
                .extractingByKey(ExposedPort.tcp(4566))
                .satisfies(bindings ->
                        assertThat(bindings)
                                .extracting(each -> each.getHostIp())
                                .containsExactly("127.0.0.1"));
        assertThat(inspected.getMounts()).isEmpty();
    }

    @Test
    void itIsKeptToOneOfTheEnginesCores() {
        int cores = Objects.requireNonNull(TestEngine.client().infoCmd().exec().getNCPU());
        assertThat(TestEngine.inspect(id()).getHostConfig().getCpusetCpus())
                .matches(cores > 1 ? "\\d+" : "");
    }

    @Test
    void itIsNotedWhetherItIsPausedOrGone() {
        String id = id();
        assertThat(container.state()).isEqualTo(State.RUNNING);
        TestEngine.client().pauseContainerCmd(id).exec();
        assertThat(container.state()).isEqualTo(State.PAUSED);
        assertThat(container.alive()).isFalse();
        TestEngine.client().unpauseContainerCmd(id).exec();
        assertThat(container.state()).isEqualTo(State.RUNNING);
        TestEngine.client().killContainerCmd(id).exec();
        assertThat(container.state()).isEqualTo(State.GONE);
    }

    @Test
    void oneThatWasStartedAgainIsAnotherWithNothingInIt() {
        TestEngine.client().restartContainerCmd(id()).withTimeout(0).exec();
        assertThat(container.state()).isEqualTo(State.GONE);
    }

    @Test
    void oneThatAnotherRemovedIsGoneAndCanBeClosed() {
        TestEngine.client().removeContainerCmd(id()).withForce(true).exec();
        assertThat(container.state()).isEqualTo(State.GONE);
    }

    @Test
    void aPausedOneIsRemovedToo() {
        TestEngine.client().pauseContainerCmd(id()).exec();
        container.close();
        assertThat(container.state()).isEqualTo(State.GONE);
        container.close();
    }

    @Test
    void oneThatIsClosedAtOnceIsNeverThere() {
        container.close();
        assertThat(container.state()).isEqualTo(State.GONE);
        assertThatThrownBy(container::endpoint)
                .isInstanceOf(UserError.class)
                .hasMessage("LocalStack was ended before it was ready; start it again");
    }

    @Test
    void oneThatIsClosedWhileLocalStackStartsIsRemoved() throws InterruptedException {
        while (TestEngine.ofThisShell().isEmpty()) {
            assertThat(container.state()).isEqualTo(State.UNKNOWN);
            Thread.sleep(5);
        }
        container.close();
        assertThatThrownBy(container::endpoint).isInstanceOf(UserError.class);
    }

    @Test
    void anInterruptedShellStillRemovesIt() {
        id();
        Thread.currentThread().interrupt();
        container.close();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void severalMayRunAtOnce() {
        try (Container spare = Container.start(TestContainer.IMAGE, progress::add)) {
            assertThat(spare.endpoint()).isNotEqualTo(container.endpoint());
            assertThat(TestEngine.ofThisShell()).hasSize(2);
        }
        assertThat(container.state()).isEqualTo(State.RUNNING);
    }
}

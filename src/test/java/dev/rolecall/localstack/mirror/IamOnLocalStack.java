package dev.rolecall.localstack.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.iam.Ground;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.IamState;
import dev.rolecall.iam.Ids;
import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.client.Clients;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// Tells stories about IAM and STS with an IAM that a real LocalStack mirrors. Each finds the
/// accounts empty there, and after each the container has what IAM has.
public final class IamOnLocalStack
        implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, InvocationInterceptor {
    /// The accounts of the stories.
    private static final List<String> ACCOUNTS = List.of("111122223333", "444455556666");

    private static final Map<Iam, MirroredIam> MIRRORS = new ConcurrentHashMap<>();

    private static Optional<Clients> clients = Optional.empty();

    /// Deletes all that IAM in the container has in the accounts of the stories.
    public static void clear() {
        Mirrored ground = new Mirrored();
        Ids ids = Ids.seeded(1);
        end(ground.iam(Clock.systemUTC(), ids, ACCOUNTS));
    }

    private static Clients clients() {
        if (clients.isEmpty()) {
            clients = Optional.of(new Clients(TestContainer.uri()));
        }
        return clients.get();
    }

    private record Mirrored() implements Ground.Kind {
        @Override
        public Iam iam(Clock clock, Ids ids, List<String> accounts) {
            MirroredIam mirrored = new MirroredIam(ids);
            Iam iam = new Iam(clock, ids, mirrored.mirror());
            accounts.forEach(iam::createAccount);
            // The container is made what IAM is, and IAM is empty.
            assertThat(mirrored.attachOwn(iam, clients())).isEmpty();
            MIRRORS.put(iam, mirrored);
            return iam;
        }

        @Override
        public void restoring(Iam iam, IamState state) {
            assertThat(mirror(iam).put(state)).isEmpty();
        }
    }

    private static MirroredIam mirror(Iam iam) {
        return Optional.ofNullable(MIRRORS.get(iam)).orElseThrow();
    }

    private static void end(Iam iam) {
        Optional.ofNullable(MIRRORS.remove(iam)).ifPresent(MirroredIam::detach);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // Here and not in a story's instance, so that without an engine nothing is tried.
        TestContainer.uri();
        Ground.become(new Mirrored());
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> story,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        story.proceed();
        assertNoDrift();
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> story,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        story.proceed();
        assertNoDrift();
    }

    private static void assertNoDrift() {
        MIRRORS.forEach((iam, mirrored) ->
                iam.state()
                        .accounts()
                        .keySet()
                        .forEach(account ->
                                assertThat(mirrored.drift(account))
                                        .as("drift in account %s", account)
                                        .isEmpty()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        MIRRORS.keySet().forEach(IamOnLocalStack::end);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Ground.becomeAlone();
        clear();
    }
}

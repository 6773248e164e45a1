package dev.rolecall.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import dev.rolecall.localstack.client.Clients;
import dev.rolecall.localstack.s3.S3Difference;
import dev.rolecall.localstack.s3.S3Forward;
import dev.rolecall.s3.Forward;
import dev.rolecall.s3.Ground;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import software.amazon.awssdk.services.s3.S3Client;

/// Tells stories about S3 on a real LocalStack, which each finds without buckets.
public final class OnLocalStack
        implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, InvocationInterceptor {
    /// The accounts of the stories.
    private static final List<String> ACCOUNTS = List.of("111122223333", "444455556666");

    private static Optional<S3Forward> forward = Optional.empty();
    private static Optional<Clients> clients = Optional.empty();

    /// The way to the container.
    public static Optional<Forward> forward() {
        return forward.map(f -> f);
    }

    /// A client that goes past the guard.
    public static S3Client direct(String account) {
        return clients.orElseThrow().s3(account);
    }

    /// The same for tests that tell no stories.
    public static S3Client directly(String account) {
        if (clients.isEmpty()) {
            clients = Optional.of(new Clients(TestContainer.uri()));
        }
        return direct(account);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (forward.isEmpty()) {
            forward = Optional.of(new S3Forward(TestContainer.uri()));
            clients = Optional.of(new Clients(TestContainer.uri()));
        }
        Ground.kept(forward.map(f -> f));
        clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Ground.kept(Optional.empty());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (context.getTestInstanceLifecycle().filter(Lifecycle.PER_METHOD::equals).isPresent()) {
            clear();
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> story,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        told(story, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> story,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        told(story, context);
    }

    private static void told(Invocation<Void> story, ExtensionContext context) throws Throwable {
        Optional<Differs> differs =
                findAnnotation(context.getRequiredTestMethod(), Differs.class)
                        .filter(d -> applies(d, context.getDisplayName()));
        if (differs.isEmpty()) {
            story.proceed();
            return;
        }
        S3Difference row = differs.get().value();
        try {
            story.proceed();
        } catch (AssertionError | RuntimeException e) {
            assertThat(e)
                    .as("what LocalStack does by the row %s", row)
                    .hasMessageContaining(differs.get().seen());
            return;
        }
        throw new AssertionError("LocalStack does not differ any more: " + row);
    }

    private static boolean applies(Differs differs, String displayName) {
        return differs.only().length == 0
                || Arrays.stream(differs.only()).anyMatch(displayName::contains);
    }

    private static void clear() {
        for (String account : ACCOUNTS) {
            S3Client s3 = clients.orElseThrow().s3(account);
            s3.listBuckets().buckets().forEach(bucket -> remove(s3, bucket.name()));
        }
    }

    private static void remove(S3Client s3, String bucket) {
        s3.listObjectVersionsPaginator(b -> b.bucket(bucket).encodingType("url"))
                .forEach(page -> {
                    page.versions().forEach(v -> remove(s3, bucket, v.key(), v.versionId()));
                    page.deleteMarkers().forEach(m -> remove(s3, bucket, m.key(), m.versionId()));
                });
        s3.deleteBucket(b -> b.bucket(bucket));
    }

    private static void remove(S3Client s3, String bucket, String key, String version) {
        s3.deleteObject(b -> b.bucket(bucket).key(key).versionId(version));
    }
}

package dev.rolecall.cloud;

import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.mirror.IamOnLocalStack;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Tells stories on clouds that have a real LocalStack behind them, as `--cloud http://HOST:PORT`
/// has; each finds IAM empty there. Buckets are seen to by [dev.rolecall.localstack.OnLocalStack],
/// which goes with it.
final class CloudOnLocalStack implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        TestCloud.behind(new Backing.Running(TestContainer.uri()));
        IamOnLocalStack.clear();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (context.getTestInstanceLifecycle().filter(Lifecycle.PER_METHOD::equals).isPresent()) {
            IamOnLocalStack.clear();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TestCloud.behind(new Backing.Embedded());
        IamOnLocalStack.clear();
    }
}

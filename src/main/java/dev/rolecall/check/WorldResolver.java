package dev.rolecall.check;

import dev.rolecall.fault.UserError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands a test method the world of the run that it belongs to, and asks afterwards whether what it
/// read is the same behind the cloud.
final class WorldResolver implements ParameterResolver, AfterTestExecutionCallback {
    private static final Namespace OURS = Namespace.create(WorldResolver.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        WatchedWorld watched = new WatchedWorld(subject(context).world());
        context.getStore(OURS).put(WatchedWorld.class, watched);
        return watched;
    }

    private static CheckRun.Subject subject(ExtensionContext context) {
        return context.getConfigurationParameter(CheckRun.RUN)
                .map(CheckRun::subject)
                .orElseThrow(() -> new IllegalStateException("no run"));
    }

    /// A criterion that is not met for another reason keeps that reason.
    @Override
    public void afterTestExecution(ExtensionContext context) {
        Optional<WatchedWorld> watched =
                Optional.ofNullable(
                        context.getStore(OURS).get(WatchedWorld.class, WatchedWorld.class));
        if (context.getExecutionException().isPresent() || watched.isEmpty()) {
            return;
        }
        agreed(subject(context).agreement(), watched.get());
    }

    private static void agreed(Agreement agreement, WatchedWorld watched) {
        List<String> differences;
        try {
            differences = agreement.differences(watched.read());
        } catch (UserError e) {
            throw Criteria.unmet("an answer from LocalStack", e.what(), "", e.whatToDo());
        }
        if (!differences.isEmpty()) {
            throw Criteria.unmet(
                    "the same in LocalStack as here",
                    String.join("; ", differences),
                    "drift: somebody changed LocalStack directly",
                    "/diff      /adopt");
        }
    }
}

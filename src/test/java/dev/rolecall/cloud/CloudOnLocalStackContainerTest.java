package dev.rolecall.cloud;

import dev.rolecall.localstack.OnLocalStack;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// The stories of IAM and STS over HTTP, on clouds that have a LocalStack behind them.
@Tag("container")
@ExtendWith({OnLocalStack.class, CloudOnLocalStack.class})
class CloudOnLocalStackContainerTest {
    @Nested
    class Steps extends CloudTest {}

    @Nested
    class Permissions extends IamPermissionTest {}

    @Nested
    class Refusals extends IamRefusalTest {}

    @Nested
    class Decisions extends AssumeRoleDecisionTest {}

    @Nested
    class Requests extends AssumeRoleRequestTest {}

    @Nested
    class Capabilities extends CapabilityTest {}

    @Nested
    class ConditionKeys extends ConditionKeyTest {}

    @Nested
    class Authentication extends QueryAuthenticationTest {}

    @Nested
    class Trails extends TrailTest {}

    @Nested
    class Tapes extends TapeTest {}

    @Nested
    class Anything extends SignedFuzzTest {}

    @Nested
    class Snapshots extends SnapshotTest {}
}

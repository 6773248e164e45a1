package dev.rolecall.cloud;

import dev.rolecall.localstack.OnLocalStack;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// The stories of S3 behind the guard, over HTTP, on clouds that have a LocalStack behind them.
@Tag("container")
@ExtendWith({OnLocalStack.class, CloudOnLocalStack.class})
class S3OnLocalStackContainerTest {
    @Nested
    class Reading extends S3ReadPermissionTest {}

    @Nested
    class Writing extends S3WritePermissionTest {}

    @Nested
    class Copying extends S3CopyPermissionTest {}

    @Nested
    class Policies extends BucketPolicyTest {}

    @Nested
    class ConditionKeys extends S3ConditionKeyTest {}

    @Nested
    class Authentication extends S3AuthenticationTest {}

    @Nested
    class Presigned extends PresignedTest {}

    @Nested
    class Every extends EveryOperationTest {}
}

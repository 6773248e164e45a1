package dev.rolecall.sts;

import dev.rolecall.localstack.mirror.IamOnLocalStack;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// The stories of STS, with an IAM that LocalStack mirrors.
@Tag("container")
@ExtendWith(IamOnLocalStack.class)
class StsOnLocalStackContainerTest {
    @Nested
    class Assuming extends AssumeRoleActionTest {}

    @Nested
    class Sessions extends SessionBookTest {}

    @Nested
    class Tokens extends TokenActionsTest {}
}

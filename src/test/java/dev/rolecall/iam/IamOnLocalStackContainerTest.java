package dev.rolecall.iam;

import dev.rolecall.localstack.mirror.IamOnLocalStack;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// The stories of IAM's actions, with an IAM that LocalStack mirrors.
@Tag("container")
@ExtendWith(IamOnLocalStack.class)
class IamOnLocalStackContainerTest {
    @Nested
    class AccessKeys extends AccessKeyActionsTest {}

    @Nested
    class Accounts extends AccountActionsTest {}

    @Nested
    class Attaching extends AttachmentsTest {}

    @Nested
    class Groups extends GroupActionsTest {}

    @Nested
    class Whole extends IamTest {}

    @Nested
    class Inline extends InlinePoliciesTest {}

    @Nested
    class Managed extends ManagedPoliciesTest {}

    @Nested
    class InPages extends PaginationTest {}

    @Nested
    class Roles extends RoleActionsTest {}

    @Nested
    class Tagging extends TagsTest {}

    @Nested
    class Users extends UserActionsTest {}
}

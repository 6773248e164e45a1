package dev.rolecall.s3;

import dev.rolecall.localstack.OnLocalStack;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// The stories of S3's actions, on LocalStack.
@Tag("container")
@ExtendWith(OnLocalStack.class)
class ForwardedContainerTest {
    @Nested
    class Buckets extends BucketActionsTest {}

    @Nested
    class BucketsSettings extends BucketSettingsTest {}

    @Nested
    class OnConditions extends ConditionsTest {}

    @Nested
    class Copying extends CopiesTest {}

    @Nested
    class Listing extends ListsTest {}

    @Nested
    class Objects extends ObjectsTest {}

    @Nested
    class Uploading extends UploadsTest {}

    @Nested
    class OfVersions extends VersionsTest {}
}

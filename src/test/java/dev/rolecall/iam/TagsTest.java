package dev.rolecall.iam;

import static dev.rolecall.iam.ErrorAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;

class TagsTest {
    private final Room room = new Room();

    @Test
    void keysOfRolesAreTheSameWhateverTheirCase() {
        room.role("r");
        // aws-recorded 20
        assertError(
                room.refused(tag("k", "1", "K", "2")),
                400,
                "InvalidInput",
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        room.call(tag("Dept", "a"));
        room.call(tag("dept", "b"));
        assertThat(tags()).isEqualTo(Map.of("dept", "b"));
    }

    @Test
    void keysOfPoliciesDifferByCase() {
        String arn = room.policy("p");
        room.call(TagPolicyRequest.builder().policyArn(arn).tags(of("a", "1", "A", "2")).build());
        ListPolicyTagsRequest list = ListPolicyTagsRequest.builder().policyArn(arn).build();
        assertThat(room.call(list, ListPolicyTagsResponse.class).tags()).hasSize(2);
        assertError(
                room.refused(
                        TagPolicyRequest.builder()
                                .policyArn(arn)
                                .tags(of("a", "1", "a", "2"))
                                .build()),
                400,
                "InvalidInput",
                "Duplicate tag keys found.");
    }

    @Test
    void aTagThatIsNotThereIsRemovedWithoutError() {
        room.role("r");
        room.call(tag("Dept", "a", "Team", "b"));
        room.call(UntagRoleRequest.builder().roleName("r").tagKeys("DEPT", "none").build());
        assertThat(tags()).containsOnlyKeys("Team");
    }

    @Test
    void thePrefixAwsIsReserved() {
        room.role("r");
        assertThat(room.refused(tag("aws:x", "1")).code()).isEqualTo("InvalidInput");
    }

    @Test
    void theTagsOfAPrincipalAreItsRolesOrUsers() {
        Role role = room.role("r");
        room.call(tag("Dept", "a"));
        assertThat(room.iam.tags(Room.session(role, "s1").principal())).containsEntry("Dept", "a");
        assertThat(room.iam.tags(room.root.principal())).isEmpty();
    }

    private Map<String, String> tags() {
        return room.account().role("r").orElseThrow().tags();
    }

    private static TagRoleRequest tag(String... keysAndValues) {
        return TagRoleRequest.builder().roleName("r").tags(of(keysAndValues)).build();
    }

    private static List<Tag> of(String... keysAndValues) {
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            tags.add(Tag.builder().key(keysAndValues[i]).value(keysAndValues[i + 1]).build());
        }
        return tags;
    }
}

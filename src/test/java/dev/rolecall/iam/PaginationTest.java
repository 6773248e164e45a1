package dev.rolecall.iam;

import static dev.rolecall.iam.ErrorAssert.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;

class PaginationTest {
    private final Room room = new Room();

    @Test
    void pagesHoldEveryUserOnceInOrder() {
        for (String name : List.of("eve", "Bob", "ann", "Dan", "cat")) {
            room.user(name);
        }
        List<String> names = new ArrayList<>();
        String marker = null;
        int pages = 0;
        do {
            ListUsersResponse page = page(marker);
            page.users().forEach(user -> names.add(user.userName()));
            assertThat(page.isTruncated()).isEqualTo(page.marker() != null);
            marker = page.marker();
            pages++;
        } while (marker != null);
        assertThat(names).containsExactly("ann", "Bob", "cat", "Dan", "eve");
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aListThatChangesBetweenPagesLosesAndRepeatsNothing() {
        for (String name : List.of("a", "b", "c", "d")) {
            room.user(name);
        }
        ListUsersResponse first = page(null);
        room.call(DeleteUserRequest.builder().userName("b").build());
        room.user("bb");
        assertThat(page(first.marker()).users().stream().map(u -> u.userName()))
                .containsExactly("bb", "c");
    }

    @Test
    void aHundredItemsAreAPageIfNothingIsSaid() {
        for (int i = 0; i < 101; i++) {
            room.user("u" + i);
        }
        ListUsersResponse page =
                room.call(ListUsersRequest.builder().build(), ListUsersResponse.class);
        assertThat(page.users()).hasSize(100);
        assertThat(page.isTruncated()).isTrue();
    }

    @Test
    void aPathPrefixSelects() {
        room.user("plain");
        room.call(CreateUserRequest.builder().userName("deep").path("/a/b/").build());
        ListUsersRequest request = ListUsersRequest.builder().pathPrefix("/a").build();
        assertThat(room.call(request, ListUsersResponse.class).users())
                .singleElement()
                .satisfies(user -> assertThat(user.userName()).isEqualTo("deep"));
    }

    @Test
    void aMarkerThatWasNeverGivenIsRefused() {
        assertError(
                room.refused(ListUsersRequest.builder().marker("not base 64!").build()),
                400,
                "ValidationError",
                "Invalid Marker.");
    }

    @Test
    void allManagedPoliciesComeInPages() {
        room.policy("zebra");
        List<String> arns = new ArrayList<>();
        String marker = null;
        do {
            ListPoliciesRequest request =
                    ListPoliciesRequest.builder().maxItems(1000).marker(marker).build();
            ListPoliciesResponse page = room.call(request, ListPoliciesResponse.class);
            page.policies().forEach(policy -> arns.add(policy.arn()));
            marker = page.marker();
        } while (marker != null);
        assertThat(arns).hasSize(1583).doesNotHaveDuplicates();
        assertThat(arns.getFirst()).isEqualTo("arn:aws:iam::111122223333:policy/zebra");
    }

    @Test
    void theScopeAndOnlyAttachedSelectPolicies() {
        room.policy("mine");
        room.role("r");
        room.attachToRole("r", Room.S3_FULL_ACCESS);
        assertThat(arns(ListPoliciesRequest.builder().scope(PolicyScopeType.LOCAL)))
                .containsExactly("arn:aws:iam::111122223333:policy/mine");
        assertThat(arns(ListPoliciesRequest.builder().onlyAttached(true)))
                .containsExactly(Room.S3_FULL_ACCESS);
        assertThat(arns(ListPoliciesRequest.builder().scope(PolicyScopeType.AWS).maxItems(1000)))
                .hasSize(1000);
        assertThat(arns(ListPoliciesRequest.builder().pathPrefix("/job-function/").maxItems(1000)))
                .contains("arn:aws:iam::aws:policy/job-function/ViewOnlyAccess")
                .allMatch(arn -> arn.contains("/job-function/"));
    }

    private List<String> arns(ListPoliciesRequest.Builder request) {
        return room.call(request.build(), ListPoliciesResponse.class).policies().stream()
                .map(policy -> policy.arn())
                .toList();
    }

    private ListUsersResponse page(@Nullable String marker) {
        return room.call(
                ListUsersRequest.builder().maxItems(2).marker(marker).build(),
                ListUsersResponse.class);
    }
}

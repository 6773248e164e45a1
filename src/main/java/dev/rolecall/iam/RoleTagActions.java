package dev.rolecall.iam;

import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagRoleResponse;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleResponse;

/// Tags of roles.
public final class RoleTagActions {
    private final Desk desk;

    RoleTagActions(Desk desk) {
        this.desk = desk;
    }

    public TagRoleResponse tagRole(Caller caller, TagRoleRequest request) {
        desk.change(
                caller,
                account -> {
                    Role role = Find.role(account, request.roleName());
                    return account.with(
                            role.withTags(Tagging.CASE_IGNORED.added(role.tags(), request.tags())));
                });
        return TagRoleResponse.builder().build();
    }

    public UntagRoleResponse untagRole(Caller caller, UntagRoleRequest request) {
        desk.change(
                caller,
                account -> {
                    Role role = Find.role(account, request.roleName());
                    return account.with(
                            role.withTags(
                                    Tagging.CASE_IGNORED.removed(role.tags(), request.tagKeys())));
                });
        return UntagRoleResponse.builder().build();
    }

    public ListRoleTagsResponse listRoleTags(Caller caller, ListRoleTagsRequest request) {
        Role role = Find.role(desk.account(caller), request.roleName());
        Page<Tag> page =
                Page.of(Shapes.tags(role.tags()), Tag::key, request.marker(), request.maxItems());
        return ListRoleTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}

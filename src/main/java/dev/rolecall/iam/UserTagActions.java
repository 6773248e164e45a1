package dev.rolecall.iam;

import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.TagUserResponse;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagUserResponse;

/// Tags of users.
public final class UserTagActions {
    private final Desk desk;

    UserTagActions(Desk desk) {
        this.desk = desk;
    }

    public TagUserResponse tagUser(Caller caller, TagUserRequest request) {
        desk.change(
                caller,
                account -> {
                    User user = Find.user(account, request.userName());
                    return account.with(
                            user.withTags(Tagging.CASE_IGNORED.added(user.tags(), request.tags())));
                });
        return TagUserResponse.builder().build();
    }

    public UntagUserResponse untagUser(Caller caller, UntagUserRequest request) {
        desk.change(
                caller,
                account -> {
                    User user = Find.user(account, request.userName());
                    return account.with(
                            user.withTags(
                                    Tagging.CASE_IGNORED.removed(user.tags(), request.tagKeys())));
                });
        return UntagUserResponse.builder().build();
    }

    public ListUserTagsResponse listUserTags(Caller caller, ListUserTagsRequest request) {
        User user = Find.user(desk.account(caller), request.userName());
        Page<Tag> page =
                Page.of(Shapes.tags(user.tags()), Tag::key, request.marker(), request.maxItems());
        return ListUserTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}

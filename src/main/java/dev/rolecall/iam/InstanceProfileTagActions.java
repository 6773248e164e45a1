package dev.rolecall.iam;

import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileResponse;

/// Tags of instance profiles.
public final class InstanceProfileTagActions {
    private final Desk desk;

    InstanceProfileTagActions(Desk desk) {
        this.desk = desk;
    }

    public TagInstanceProfileResponse tagInstanceProfile(
            Caller caller, TagInstanceProfileRequest request) {
        desk.change(
                caller,
                account -> {
                    InstanceProfile profile = Find.profile(account, request.instanceProfileName());
                    return account.with(
                            profile.withTags(
                                    Tagging.CASE_IGNORED.added(profile.tags(), request.tags())));
                });
        return TagInstanceProfileResponse.builder().build();
    }

    public UntagInstanceProfileResponse untagInstanceProfile(
            Caller caller, UntagInstanceProfileRequest request) {
        desk.change(
                caller,
                account -> {
                    InstanceProfile profile = Find.profile(account, request.instanceProfileName());
                    return account.with(
                            profile.withTags(
                                    Tagging.CASE_IGNORED.removed(
                                            profile.tags(), request.tagKeys())));
                });
        return UntagInstanceProfileResponse.builder().build();
    }

    public ListInstanceProfileTagsResponse listInstanceProfileTags(
            Caller caller, ListInstanceProfileTagsRequest request) {
        InstanceProfile profile = Find.profile(desk.account(caller), request.instanceProfileName());
        Page<Tag> page =
                Page.of(
                        Shapes.tags(profile.tags()),
                        Tag::key,
                        request.marker(),
                        request.maxItems());
        return ListInstanceProfileTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}

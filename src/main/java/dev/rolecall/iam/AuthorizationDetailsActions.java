package dev.rolecall.iam;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/// Everything in an account in one list: users, groups, roles, its own policies and those of AWS's
/// that are in use.
public final class AuthorizationDetailsActions {
    private final Desk desk;

    AuthorizationDetailsActions(Desk desk) {
        this.desk = desk;
    }

    /// One entry of the list, which is sorted by the key.
    private record Entry(EntityType type, String key, Object detail) {}

    public GetAccountAuthorizationDetailsResponse getAccountAuthorizationDetails(
            Caller caller, GetAccountAuthorizationDetailsRequest request) {
        Account account = desk.account(caller);
        List<Entry> all =
                Stream.concat(identities(account), policies(account))
                        .filter(entry ->
                                request.filter().isEmpty()
                                        || request.filter().contains(entry.type()))
                        .sorted(Comparator.comparing(Entry::key))
                        .toList();
        Page<Entry> page = Page.of(all, Entry::key, request.marker(), request.maxItems());
        return GetAccountAuthorizationDetailsResponse.builder()
                .userDetailList(of(page, UserDetail.class))
                .groupDetailList(of(page, GroupDetail.class))
                .roleDetailList(of(page, RoleDetail.class))
                .policies(of(page, ManagedPolicyDetail.class))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private Stream<Entry> identities(Account account) {
        Details details = new Details(desk, account);
        return account.identities()
                .map(identity -> {
                    String key = identity.kind().word() + "/" + Copies.fold(identity.name());
                    return switch (identity) {
                        case User user -> new Entry(EntityType.USER, key, details.user(user));
                        case Group group -> new Entry(EntityType.GROUP, key, details.group(group));
                        case Role role -> new Entry(EntityType.ROLE, key, details.role(role));
                    };
                });
    }

    private Stream<Entry> policies(Account account) {
        PolicyUse use = PolicyUse.in(account);
        Stream<Entry> own =
                account.policies().values().stream()
                        .map(policy -> entry(EntityType.LOCAL_MANAGED_POLICY, policy, use));
        Stream<Entry> awsInUse =
                Stream.concat(
                                use.attachments().keySet().stream(),
                                use.boundaries().keySet().stream())
                        .distinct()
                        .flatMap(arn -> desk.awsPolicies().find(arn).stream())
                        .map(policy -> entry(EntityType.AWS_MANAGED_POLICY, policy, use));
        return Stream.concat(own, awsInUse);
    }

    private static Entry entry(EntityType type, ManagedPolicy policy, PolicyUse use) {
        return new Entry(type, policy.arn(), Details.policy(policy, use));
    }

    private static <T> List<T> of(Page<Entry> page, Class<T> type) {
        return page.items().stream()
                .map(Entry::detail)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}

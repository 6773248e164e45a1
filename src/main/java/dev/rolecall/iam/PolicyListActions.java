package dev.rolecall.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;

/// The list of managed policies: the account's own, then AWS's, each by name.
public final class PolicyListActions {
    private final Desk desk;

    PolicyListActions(Desk desk) {
        this.desk = desk;
    }

    public ListPoliciesResponse listPolicies(Caller caller, ListPoliciesRequest request) {
        Account account = desk.account(caller);
        PolicyUse use = PolicyUse.in(account);
        List<PolicyFacts> all =
                Paths.under(request.pathPrefix(), inScope(account, request), PolicyFacts::path)
                        .stream()
                        .filter(wanted(use, request))
                        .toList();
        Page<PolicyFacts> page =
                Page.of(all, PolicyListActions::key, request.marker(), request.maxItems());
        return ListPoliciesResponse.builder()
                .policies(page.map(use::listed))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private List<PolicyFacts> inScope(Account account, ListPoliciesRequest request) {
        List<PolicyFacts> facts = new ArrayList<>();
        if (request.scope() != PolicyScopeType.AWS) {
            account.policies().values().forEach(policy -> facts.add(PolicyFacts.of(policy)));
        }
        if (request.scope() != PolicyScopeType.LOCAL) {
            facts.addAll(desk.awsPolicies().all());
        }
        return facts;
    }

    private static Predicate<PolicyFacts> wanted(PolicyUse use, ListPoliciesRequest request) {
        Predicate<PolicyFacts> wanted =
                Boolean.TRUE.equals(request.onlyAttached())
                        ? facts -> use.isUsed(facts.arn())
                        : _ -> true;
        if (request.policyUsageFilter() == PolicyUsageType.PERMISSIONS_POLICY) {
            return wanted.and(facts -> use.attachments(facts.arn()) > 0);
        }
        return request.policyUsageFilter() == PolicyUsageType.PERMISSIONS_BOUNDARY
                ? wanted.and(facts -> use.boundaries(facts.arn()) > 0)
                : wanted;
    }

    /// Digits, an account's id, come before letters, `aws`: the keys are in the list's order.
    private static String key(PolicyFacts facts) {
        boolean aws = facts.account().equals(ManagedPolicy.AWS);
        return facts.account() + "/" + (aws ? facts.name() : Copies.fold(facts.name()));
    }
}

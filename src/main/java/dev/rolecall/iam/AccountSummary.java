package dev.rolecall.iam;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The numbers of GetAccountSummary: what there is, and what there may be.
final class AccountSummary {
    /// What there is nothing of.
    private static final List<String> NONE =
            List.of(
                    "AccountMFAEnabled",
                    "AccountSigningCertificatesPresent",
                    "MFADevices",
                    "MFADevicesInUse",
                    "Providers",
                    "ServerCertificates");

    private AccountSummary() {}

    static Map<String, Integer> of(Account account) {
        Map<String, Integer> numbers = new TreeMap<>();
        present(account, numbers);
        allowed(numbers);
        return numbers;
    }

    private static void present(Account account, Map<String, Integer> numbers) {
        numbers.put("Users", account.users().size());
        numbers.put("Groups", account.groups().size());
        numbers.put("Roles", account.roles().size());
        numbers.put("Policies", account.policies().size());
        numbers.put("InstanceProfiles", account.profiles().size());
        numbers.put(
                "PolicyVersionsInUse",
                account.policies().values().stream().mapToInt(p -> p.versions().size()).sum());
        numbers.put("AccountAccessKeysPresent", account.keysOf(account.id()).isEmpty() ? 0 : 1);
        for (String none : NONE) {
            numbers.put(none, 0);
        }
        numbers.put("AccountPasswordPresent", 1);
        numbers.put("GlobalEndpointTokenVersion", 1);
    }

    private static void allowed(Map<String, Integer> numbers) {
        numbers.put("UsersQuota", Limits.USERS);
        numbers.put("GroupsQuota", Limits.GROUPS);
        numbers.put("RolesQuota", Limits.ROLES);
        numbers.put("PoliciesQuota", Limits.POLICIES);
        numbers.put("InstanceProfilesQuota", Limits.PROFILES);
        numbers.put("AccessKeysPerUserQuota", Limits.ACCESS_KEYS);
        numbers.put("GroupsPerUserQuota", Limits.GROUPS_PER_USER);
        numbers.put("VersionsPerPolicyQuota", Limits.VERSIONS);
        numbers.put("PolicySizeQuota", Limits.POLICY_SIZE);
        numbers.put("AssumeRolePolicySizeQuota", Limits.TRUST_SIZE);
        numbers.put("PolicyVersionsInUseQuota", 10_000);
        numbers.put("ServerCertificatesQuota", 20);
        numbers.put("SigningCertificatesPerUserQuota", 2);
        for (Identity.Kind kind : Identity.Kind.values()) {
            String word = kind.word().substring(0, 1).toUpperCase(Locale.ROOT);
            String title = word + kind.word().substring(1);
            numbers.put(title + "PolicySizeQuota", kind.inlineSize());
            numbers.put("AttachedPoliciesPer" + title + "Quota", Identity.Kind.ATTACHED_POLICIES);
        }
    }
}

package dev.rolecall.localstack.mirror;

import dev.rolecall.iam.Account;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What the container has of an account.
///
/// @param account with the container's own ids, key ids and ARNs in trust policies
/// @param ids what there is, as [EntityRef#toString] names it, to the container's unique id
/// @param groupsOf the names of each read user's groups
/// @param members the names of each read group's users
/// @param roleOf the name of each read instance profile's role, if it has one
/// @param beside entities that AWS would not have beside others, since their names differ by case
///   or path alone; they are not in `account`
/// @param asked what was read
/// @param whole whether that is all that there is
record Reading(
        Account account,
        Map<String, String> ids,
        Map<String, Set<String>> groupsOf,
        Map<String, Set<String>> members,
        Map<String, String> roleOf,
        List<Difference> beside,
        Account doubles,
        Predicate<EntityRef> asked,
        boolean whole) {}

package dev.rolecall.guard;

import dev.rolecall.policy.Context;
import java.util.Map;
import java.util.Optional;

/// What an IAM operation acts on.
///
/// @param printed as a refusal names it
/// @param boundary the ARN of the permissions boundary that it has
record IamThing(
        String arn,
        String account,
        String printed,
        Map<String, String> tags,
        Optional<String> boundary) {

    /// Something without tags: what is not there yet, or is no entity.
    static IamThing plain(String arn, String account) {
        return new IamThing(arn, account, arn, Map.of(), Optional.empty());
    }

    IamThing printedAs(String text) {
        return new IamThing(arn, account, text, tags, boundary);
    }

    Need.Target target() {
        return Need.Target.of(arn, account).printedAs(printed);
    }

    void describe(Context.Builder context) {
        Tagging.existing(tags, context);
    }
}

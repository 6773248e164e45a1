package dev.rolecall.guard;

import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Role;
import dev.rolecall.policy.Context;
import dev.rolecall.sts.Sts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// STS: AssumeRole asks the role's trust policy, and the caller's own policies where AWS says so;
/// tags and a source identity are permissions of their own ("Pass session tags in AWS STS").
final class StsNeeds implements Needs {
    private static final String TAG_SESSION = "sts:TagSession";

    private final Iam iam;

    StsNeeds(Iam iam) {
        this.iam = iam;
    }

    @Override
    public List<Need> of(Asking asking) {
        String action = "sts:" + asking.operation();
        String account = asking.caller().account();
        return switch (asking.operation()) {
            case "AssumeRole" -> assumeRole(asking);
            case "GetFederationToken" -> federation(asking);
            case "GetAccessKeyInfo" ->
                    List.of(new Need(action, Need.Target.of("*", account).printedAs("")));
            default -> List.of(new Need(action, Need.Target.of("*", account)));
        };
    }

    private static List<Need> federation(Asking asking) {
        String account = asking.caller().account();
        String name = asking.input().text("Name").orElse("");
        Need.Target target =
                Need.Target.of("arn:aws:sts::" + account + ":federated-user/" + name, account);
        Map<String, String> tags = asking.input().tags("Tags");
        Context.Builder context = Context.builder();
        Tagging.requested(tags, context);
        Need token = new Need("sts:GetFederationToken", target, context.build());
        return tags.isEmpty()
                ? List.of(token)
                : List.of(token, new Need(TAG_SESSION, target, context.build()));
    }

    /// Observed: a source identity that the trust policy does not want is a denial of
    /// `sts:SetSourceIdentity`, so that is asked first.
    private List<Need> assumeRole(Asking asking) {
        String text = asking.input().text("RoleArn").orElse("");
        Sts.requireRoleArn(text);
        Optional<Role> role = iam.role(text);
        Need.Target target = Decider.trusting(text, role);
        Context context = context(asking, role);
        List<Need> needs = new ArrayList<>();
        if (sourceIdentity(asking).isPresent()) {
            needs.add(new Need("sts:SetSourceIdentity", target, context));
        }
        needs.add(new Need("sts:AssumeRole", target, context));
        if (!tags(asking).isEmpty()) {
            needs.add(new Need(TAG_SESSION, target, context));
        }
        return needs;
    }

    private static Context context(Asking asking, Optional<Role> role) {
        Members input = asking.input();
        Context.Builder context = Context.builder();
        input.text("ExternalId").ifPresent(v -> context.put("sts:ExternalId", v));
        input.text("RoleSessionName").ifPresent(v -> context.put("sts:RoleSessionName", v));
        sourceIdentity(asking).ifPresent(v -> context.put("sts:SourceIdentity", v));
        Tagging.requested(tags(asking), context);
        List<String> transitive = input.texts("TransitiveTagKeys");
        if (!transitive.isEmpty()) {
            context.putAll("sts:TransitiveTagKeys", transitive);
        }
        role.map(Role::tags).ifPresent(tags -> Tagging.existing(tags, context));
        return context.build();
    }

    /// Tags that are passed, and those that flow on from a chained session.
    private static Map<String, String> tags(Asking asking) {
        Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        asking.caller()
                .session()
                .ifPresent(session ->
                        session.tags()
                                .forEach((key, value) -> {
                                    if (session.transitiveTagKeys().contains(key)) {
                                        tags.put(key, value);
                                    }
                                }));
        tags.putAll(asking.input().tags("Tags"));
        return tags;
    }

    private static Optional<String> sourceIdentity(Asking asking) {
        return asking.input()
                .text("SourceIdentity")
                .or(() -> asking.caller().session().flatMap(Caller.SessionFacts::sourceIdentity));
    }
}

package dev.rolecall.iam;

import dev.rolecall.fault.IamErrors;
import dev.rolecall.policy.PolicyDocument;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Inline policies of one kind of identity ("Managed policies and inline policies").
record InlinePolicies(Desk desk, Identity.Kind kind) {

    void put(Caller caller, String identity, String name, String text) {
        change(
                caller,
                identity,
                before -> {
                    PolicyDocument document = Documents.identity(text);
                    Policies after = before.policies().withInline(name, document);
                    if (size(after) > kind.inlineSize()) {
                        throw IamErrors.inlinePoliciesTooLong(
                                kind.inlineSize(), kind.word(), before.name());
                    }
                    return before.with(after);
                });
    }

    PolicyDocument get(Caller caller, String identity, String name) {
        return document(Find.identity(desk.account(caller), kind, identity), name);
    }

    Page<String> list(
            Caller caller, String identity, @Nullable String marker, @Nullable Integer maxItems) {
        Map<String, PolicyDocument> inline =
                Find.identity(desk.account(caller), kind, identity).policies().inline();
        return Page.of(List.copyOf(inline.keySet()), name -> name, marker, maxItems);
    }

    void delete(Caller caller, String identity, String name) {
        change(
                caller,
                identity,
                before -> {
                    document(before, name);
                    return before.with(before.policies().withoutInline(name));
                });
    }

    private PolicyDocument document(Identity identity, String name) {
        PolicyDocument document = identity.policies().inline().get(name);
        if (document == null) {
            throw IamErrors.noSuchInlinePolicy(kind.word(), name);
        }
        return document;
    }

    private void change(Caller caller, String identity, UnaryOperator<Identity> change) {
        desk.change(
                caller,
                account -> account.with(change.apply(Find.identity(account, kind, identity))));
    }

    private static int size(Policies policies) {
        return policies.inline().values().stream()
                .mapToInt(document -> Documents.size(document.text()))
                .sum();
    }
}

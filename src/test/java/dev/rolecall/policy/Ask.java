package dev.rolecall.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Builds a question for a test, as sentences: who, what, on what, and which policies there are.
final class Ask {
    static final String A = "111122223333";
    static final String B = "444455556666";

    static final Principal.User TEST = new Principal.User(A, "/", "Test", "AIDATEST");
    static final Principal.RoleSession SESSION =
            new Principal.RoleSession(A, "/a/b/", "Deploy", "AROADEPLOY", "s1");
    static final Principal.FederatedUser FEDERATED =
            new Principal.FederatedUser(A, "Fed", "AIDATEST");
    static final Principal.Root ROOT = new Principal.Root(A);

    static final String ROLE = "arn:aws:iam::" + A + ":role/target";
    static final String OBJECT = "arn:aws:s3:::photos/cat.jpg";

    private final Principal principal;
    private String action = "s3:GetObject";
    private String resource = OBJECT;
    private String owner = A;
    private Context.Builder context;
    private final List<AttachedPolicy> identity = new ArrayList<>();
    private Optional<AttachedPolicy> resourcePolicy = Optional.empty();
    private Optional<AttachedPolicy> boundary = Optional.empty();
    private Optional<List<AttachedPolicy>> session = Optional.empty();
    private final List<List<AttachedPolicy>> serviceControl = new ArrayList<>();
    private final List<List<AttachedPolicy>> resourceControl = new ArrayList<>();

    private Ask(Principal principal) {
        this.principal = principal;
        this.context = Context.builder().principal(principal);
    }

    static Ask by(Principal principal) {
        return new Ask(principal);
    }

    Ask doing(String newAction, String newResource) {
        action = newAction;
        resource = newResource;
        return this;
    }

    Ask assuming(String accountOfRole) {
        owner = accountOfRole;
        return doing("sts:AssumeRole", "arn:aws:iam::" + accountOfRole + ":role/target");
    }

    Ask ownedBy(String account) {
        owner = account;
        return this;
    }

    Ask with(String key, String value) {
        context = context.put(key, value);
        return this;
    }

    Ask withAll(String key, String... values) {
        context = context.putAll(key, List.of(values));
        return this;
    }

    Ask identity(String... statements) {
        identity.add(attached(PolicyKind.IDENTITY, statements));
        return this;
    }

    Ask bucket(String... statements) {
        resourcePolicy = Optional.of(attached(PolicyKind.BUCKET, statements));
        return this;
    }

    Ask trust(String... statements) {
        resourcePolicy = Optional.of(attached(PolicyKind.TRUST, statements));
        return this;
    }

    Ask boundary(String... statements) {
        boundary = Optional.of(attached(PolicyKind.BOUNDARY, statements));
        return this;
    }

    Ask session(String... statements) {
        session = Optional.of(List.of(attached(PolicyKind.SESSION, statements)));
        return this;
    }

    Ask serviceControl(String... statements) {
        serviceControl.add(List.of(attached(PolicyKind.SERVICE_CONTROL, statements)));
        return this;
    }

    Ask resourceControl(String... statements) {
        resourceControl.add(List.of(attached(PolicyKind.RESOURCE_CONTROL, statements)));
        return this;
    }

    AccessRequest request() {
        return new AccessRequest(principal, action, resource, owner, context.build());
    }

    PolicySet policies() {
        return new PolicySet(
                identity, resourcePolicy, boundary, session, serviceControl, resourceControl);
    }

    Evaluation answer() {
        return PolicyEngine.evaluate(request(), policies());
    }

    Evaluation.Decision decision() {
        return answer().decision();
    }

    static AttachedPolicy attached(PolicyKind kind, String... statements) {
        return new AttachedPolicy(
                kind,
                kind.name().toLowerCase(Locale.ROOT) + " policy",
                Optional.empty(),
                document(statements));
    }

    static PolicyDocument document(String... statements) {
        return PolicyDocument.parse(
                json("{'Version':'2012-10-17','Statement':[")
                        + json(String.join(",", statements))
                        + "]}");
    }

    /// JSON with single quotes for double ones.
    static String json(String text) {
        return text.replace('\'', '"');
    }

    static String allow(String action, String resource) {
        return "{'Effect':'Allow','Action':'" + action + "','Resource':'" + resource + "'}";
    }

    static String deny(String action, String resource) {
        return allow(action, resource).replace("Allow", "Deny");
    }

    static String allow(String action, String resource, String condition) {
        return allow(action, resource).replace("}", ",'Condition':" + condition + "}");
    }

    static String deny(String action, String resource, String condition) {
        return allow(action, resource, condition).replace("Allow", "Deny");
    }

    /// @param principal such as `{'AWS':'*'}`
    static String bucketAllow(String principal) {
        return "{'Effect':'Allow','Principal':"
                + principal
                + ",'Action':'s3:*','Resource':'arn:aws:s3:::photos/*'}";
    }

    static String trustAllow(String principal) {
        return "{'Effect':'Allow','Principal':" + principal + ",'Action':'sts:AssumeRole'}";
    }

    static String aws(String value) {
        return "{'AWS':'" + value + "'}";
    }

    /// A world with these users and roles, by ARN, and the accounts A and B.
    static PrincipalNames names(Map<String, String> idsByArn) {
        return new PrincipalNames() {
            @Override
            public Optional<String> uniqueId(String arn) {
                return Optional.ofNullable(idsByArn.get(arn));
            }

            @Override
            public Optional<String> arn(String uniqueId) {
                return idsByArn.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(uniqueId))
                        .map(Map.Entry::getKey)
                        .findFirst();
            }

            @Override
            public boolean accountExists(String account) {
                return account.equals(A) || account.equals(B);
            }
        };
    }
}

package dev.rolecall.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Makes up questions that are likely to touch each other: few names, so that many match.
final class Questions {
    private static final List<Principal> CALLERS =
            List.of(
                    Ask.TEST,
                    Ask.TEST,
                    Ask.SESSION,
                    Ask.SESSION,
                    Ask.FEDERATED,
                    Ask.ROOT,
                    new Principal.Anonymous(),
                    new Principal.Service("ec2.amazonaws.com"));
    private static final List<String> S3_ACTIONS =
            List.of("s3:GetObject", "s3:PutObject", "s3:ListBucket");
    private static final List<String> PRINCIPALS =
            List.of(
                    "'*'",
                    Ask.aws("*"),
                    Ask.aws(Ask.A),
                    Ask.aws("AIDATEST"),
                    Ask.aws("AROADEPLOY"),
                    Ask.aws(Ask.SESSION.arn()),
                    Ask.aws(Ask.FEDERATED.arn()),
                    Ask.aws(Ask.B),
                    "{'Service':'ec2.amazonaws.com'}");
    private static final List<String> CONDITIONS =
            List.of(
                    "{'StringEquals':{'aws:x':'1'}}",
                    "{'StringNotEquals':{'aws:x':'1'}}",
                    "{'Bool':{'aws:m':'true'}}",
                    "{'BoolIfExists':{'aws:m':'true'}}",
                    "{'NumericLessThan':{'aws:x':'2'},'Null':{'aws:m':'false'}}",
                    "{'ForAnyValue:StringEquals':{'aws:TagKeys':['a','b']}}",
                    "{'ForAllValues:StringEquals':{'aws:TagKeys':['a']}}",
                    "{'Odd':{'aws:x':'1'}}");

    private final Random random;
    private final boolean assume;

    Questions(Random random) {
        this.random = random;
        this.assume = random.nextInt(3) == 0;
    }

    AccessRequest request() {
        String owner = random.nextInt(3) == 0 ? Ask.B : Ask.A;
        Ask ask = Ask.by(pick(CALLERS));
        if (assume) {
            ask.assuming(owner);
        } else {
            String action = pick(S3_ACTIONS);
            String bucket = pick(List.of("arn:aws:s3:::photos", "arn:aws:s3:::other"));
            ask.doing(action, action.endsWith("Bucket") ? bucket : bucket + "/k").ownedBy(owner);
        }
        if (random.nextBoolean()) {
            ask.with("aws:x", pick(List.of("1", "2")));
        }
        if (random.nextBoolean()) {
            ask.with("aws:m", pick(List.of("true", "false")));
        }
        if (random.nextBoolean()) {
            ask.withAll("aws:TagKeys", pick(List.of("a", "c")));
        }
        return ask.request();
    }

    PolicySet policies() {
        List<AttachedPolicy> identity = new ArrayList<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            identity.add(policy(PolicyKind.IDENTITY));
        }
        PolicyKind kind = assume ? PolicyKind.TRUST : PolicyKind.BUCKET;
        return new PolicySet(
                identity,
                maybe(2) ? Optional.of(policy(kind)) : Optional.empty(),
                maybe(3) ? Optional.of(policy(PolicyKind.BOUNDARY)) : Optional.empty(),
                maybe(3) ? Optional.of(List.of(policy(PolicyKind.SESSION))) : Optional.empty(),
                maybe(5) ? List.of(List.of(policy(PolicyKind.SERVICE_CONTROL))) : List.of(),
                maybe(5) ? List.of(List.of(policy(PolicyKind.RESOURCE_CONTROL))) : List.of());
    }

    private boolean maybe(int of) {
        return random.nextInt(of) == 0;
    }

    private AttachedPolicy policy(PolicyKind kind) {
        List<String> statements = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            statements.add(statement(kind));
        }
        return Ask.attached(kind, statements.toArray(String[]::new));
    }

    private String statement(PolicyKind kind) {
        List<String> parts = new ArrayList<>();
        parts.add("'Effect':'" + (random.nextInt(6) == 0 ? "Deny" : "Allow") + "'");
        if (kind == PolicyKind.RESOURCE_CONTROL) {
            parts.add("'Principal':'*'");
        } else if (kind == PolicyKind.TRUST || kind == PolicyKind.BUCKET) {
            parts.add("'Principal':" + pick(PRINCIPALS));
        }
        String action =
                assume
                        ? pick(List.of("sts:AssumeRole", "sts:*", "*"))
                        : pick(List.of("s3:GetObject", "s3:Get*", "s3:*", "*", "ec2:*"));
        parts.add("'" + (maybe(8) ? "NotAction" : "Action") + "':'" + action + "'");
        if (kind != PolicyKind.TRUST) {
            String resource =
                    pick(
                            List.of(
                                    "*",
                                    "*",
                                    "arn:aws:s3:::photos/*",
                                    "arn:aws:s3:::photos",
                                    "arn:aws:s3:::${aws:x}/*",
                                    "arn:aws:iam::*:role/*"));
            parts.add("'" + (maybe(8) ? "NotResource" : "Resource") + "':'" + resource + "'");
        }
        if (maybe(3)) {
            parts.add("'Condition':" + pick(CONDITIONS));
        }
        return "{" + String.join(",", parts) + "}";
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

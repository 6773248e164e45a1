package dev.rolecall.check;

import dev.rolecall.check.Statements.Sketch;
import dev.rolecall.policy.Arn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Actions and resources that a statement may be about.
///
/// @param account where resources lie whose ARN does not say
/// @param others statements whose actions and resources may matter too
/// @param fillings what a policy variable may stand for
record Examples(
        String account,
        List<Sketch> others,
        Function<String, List<String>> fillings,
        Budget budget) {
    /// Only of so many patterns all together are looked at.
    private static final int FEW = 12;

    /// For actions that a pattern leaves open: reads and writes of many services.
    private static final List<String> ACTIONS =
            Stream.of(
                            "s3 ListAllMyBuckets ListBucket GetObject PutObject DeleteObject"
                                    + " CreateBucket DeleteBucket PutBucketPolicy GetBucketLocation",
                            "sts AssumeRole TagSession GetFederationToken",
                            "iam ListUsers GetUser CreateUser CreateAccessKey AttachUserPolicy"
                                    + " PutUserPolicy PassRole CreateRole UpdateAssumeRolePolicy",
                            "ec2 DescribeInstances RunInstances TerminateInstances",
                            "dynamodb ListTables GetItem PutItem",
                            "lambda ListFunctions InvokeFunction CreateFunction",
                            "kms ListKeys Decrypt Encrypt CreateKey",
                            "sqs ListQueues SendMessage ReceiveMessage",
                            "sns ListTopics Publish",
                            "logs DescribeLogGroups PutLogEvents CreateLogGroup",
                            "cloudwatch ListMetrics GetMetricData PutMetricData",
                            "secretsmanager ListSecrets GetSecretValue",
                            "ssm GetParameter PutParameter SendCommand",
                            "rds DescribeDBInstances CreateDBInstance",
                            "cloudformation ListStacks CreateStack",
                            "cloudtrail LookupEvents StopLogging",
                            "organizations ListAccounts DescribeOrganization",
                            "s3-object-lambda GetObject",
                            "s3express CreateSession",
                            "s3tables ListTableBuckets",
                            "s3vectors ListVectorBuckets",
                            "s3-outposts GetObject",
                            "ecr GetAuthorizationToken",
                            "ecs ListClusters RunTask",
                            "eks ListClusters",
                            "route53 ListHostedZones",
                            "glue GetTables",
                            "athena StartQueryExecution",
                            "sso ListInstances",
                            "account GetContactInformation",
                            "billing GetBillingData",
                            "support DescribeCases",
                            "tag GetResources")
                    .flatMap(line -> service(line.split(" ")))
                    .toList();

    private static Stream<String> service(String[] words) {
        return Stream.of(words).skip(1).map(action -> words[0] + ":" + action);
    }

    /// What the statement may allow.
    ///
    /// @param wanted which actions count
    Stream<Search.Aim> of(Sketch allow, Predicate<String> wanted) {
        List<String> patterns = texts(allow, "Resource", "NotResource");
        return actions(allow, patterns).stream()
                .filter(wanted)
                .flatMap(action ->
                        resources(action, patterns).stream()
                                .map(resource -> new Search.Aim(action, resource)));
    }

    private List<String> texts(Sketch allow, String... names) {
        return Stream.concat(Stream.of(allow), others.stream())
                .flatMap(sketch -> sketch.texts(names).stream())
                .distinct()
                .toList();
    }

    /// Known actions first: they read best.
    private Set<String> actions(Sketch allow, List<String> resources) {
        Set<String> actions = new LinkedHashSet<>(ACTIONS);
        for (String pattern : texts(allow, "Action", "NotAction")) {
            if (pattern.contains(":")) {
                actions.add(Statements.example(pattern, Values.FRESH));
                actions.add(Statements.example(pattern, ""));
            }
        }
        for (String resource : resources) {
            parts(resource)
                    .filter(parts -> !parts[2].isEmpty() && !parts[2].contains("*"))
                    .ifPresent(parts -> actions.add(parts[2] + ":" + Values.FRESH));
        }
        actions.add(Values.FRESH + ":" + Values.FRESH);
        actions.addAll(left(allow, List.copyOf(actions)));
        actions.removeIf(action -> action.startsWith(":") || action.endsWith(":"));
        return actions;
    }

    /// What several patterns at once leave of a service's actions.
    private List<String> left(Sketch allow, List<String> actions) {
        List<String> patterns =
                texts(allow, "Action", "NotAction").stream()
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .toList();
        if (others.isEmpty() || patterns.size() > FEW) {
            return List.of();
        }
        return actions.stream()
                .skip(ACTIONS.size())
                .map(action -> action.substring(0, action.indexOf(':') + 1))
                .distinct()
                .flatMap(start ->
                        words(patterns)
                                .all(
                                        start.toLowerCase(Locale.ROOT),
                                        List.of(),
                                        Words.Form.of(c -> c != '/', 1))
                                .stream()
                                .map(rest -> start + rest))
                .toList();
    }

    private Words words(List<String> patterns) {
        return new Words(
                patterns.stream().map(text -> new Words.Pattern(text, true)).toList(), budget);
    }

    /// A service's action is about its own resources, but that STS is asked for IAM's roles.
    private Set<String> resources(String action, Collection<String> patterns) {
        String service = action.substring(0, action.indexOf(':'));
        String owner = service.equals("sts") ? "iam" : service;
        Set<String> resources = new LinkedHashSet<>();
        resources.add("*");
        patterns.forEach(pattern -> resources.addAll(concrete(pattern, owner)));
        String rest = Values.FRESH + "/" + Values.FRESH;
        resources.add(
                switch (owner) {
                    case "s3" -> "arn:aws:s3:::" + rest;
                    case "iam" -> "arn:aws:iam::" + account + ":role/" + Values.FRESH;
                    default -> "arn:aws:" + owner + ":us-east-1:" + account + ":" + rest;
                });
        resources.addAll(left(owner, patterns));
        if (owner.equals("s3")) {
            resources.add("arn:aws:s3:::" + Values.FRESH);
        } else if (owner.equals("iam")) {
            resources.add("arn:aws:iam::" + account + ":user/" + Values.FRESH);
        }
        return resources;
    }

    /// What several patterns at once leave of a service's resources.
    private List<String> left(String service, Collection<String> patterns) {
        if (others.isEmpty() || patterns.size() > FEW) {
            return List.of();
        }
        List<String> filled =
                patterns.stream()
                        .flatMap(text -> Variables.filled(text, fillings).stream())
                        .toList();
        String start = "arn:aws:" + service + ":" + where(service) + ":";
        return words(filled).all(start, List.of(), Words.Form.of(_ -> true, 1)).stream()
                .map(rest -> start + rest)
                .toList();
    }

    private String where(String service) {
        return switch (service) {
            case "s3" -> ":";
            case "iam" -> ":" + account;
            default -> "us-east-1:" + account;
        };
    }

    private List<String> concrete(String pattern, String service) {
        Optional<String[]> parts = parts(pattern);
        if (parts.isEmpty()) {
            return List.of();
        }
        String[] p = parts.get();
        List<String> found = new ArrayList<>();
        String start =
                String.join(
                        ":",
                        "arn",
                        filled(p[1], "aws"),
                        filled(p[2], service),
                        filled(
                                p[3],
                                service.equals("s3") || service.equals("iam") ? "" : "us-east-1"),
                        filled(p[4], service.equals("s3") ? "" : account));
        for (String filling : List.of(Values.FRESH, "", Values.FRESH + "/" + Values.FRESH)) {
            for (String text : Variables.filled(p[5], fillings)) {
                found.add(start + ":" + Statements.example(text, filling));
            }
        }
        found.removeIf(arn -> Arn.parse(arn).filter(a -> a.service().equals(service)).isEmpty());
        return found;
    }

    private static String filled(String part, String whole) {
        return part.equals("*") ? whole : Statements.example(part, "");
    }

    /// The six parts of a pattern; one that ends early in `*` is filled up.
    private static Optional<String[]> parts(String pattern) {
        String[] parts = pattern.split(":(?![^$]*})", 6);
        if (!parts[0].equals("arn") || parts.length < 2) {
            return Optional.empty();
        }
        String[] six = {"arn", "*", "*", "*", "*", "*"};
        System.arraycopy(parts, 0, six, 0, parts.length);
        return Optional.of(six);
    }
}

package dev.rolecall.cloud;

/// Policy documents for tests, written briefly.
final class Texts {
    static final String ROOT = "arn:aws:iam::" + TestCloud.ACCOUNT + ":root";

    private Texts() {}

    /// JSON with apostrophes for quotation marks.
    static String json(String text) {
        return text.replace('\'', '"');
    }

    /// A document of these statements.
    static String policy(String... statements) {
        return json("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}");
    }

    static String allow(String action, String resource) {
        return policy(statement("Allow", action, resource));
    }

    static String statement(String effect, String action, String resource) {
        return "{'Effect':'%s','Action':'%s','Resource':'%s'}".formatted(effect, action, resource);
    }

    /// @param condition such as `'Bool':{'aws:SecureTransport':'false'}`
    static String statement(String effect, String action, String resource, String condition) {
        return "{'Effect':'%s','Action':'%s','Resource':'%s','Condition':{%s}}"
                .formatted(effect, action, resource, condition);
    }

    /// A statement of a bucket policy.
    ///
    /// @param principal an ARN or an account, or `*`
    static String grant(String effect, String principal, String action, String resource) {
        return "{'Effect':'%s','Principal':{'AWS':'%s'},'Action':'%s','Resource':'%s'}"
                .formatted(effect, principal, action, resource);
    }

    static String grant(
            String effect, String principal, String action, String resource, String condition) {
        String plain = grant(effect, principal, action, resource);
        return plain.substring(0, plain.length() - 1) + ",'Condition':{" + condition + "}}";
    }

    /// A trust policy for one principal and `sts:AssumeRole`.
    static String trust(String principal) {
        return trust(principal, "sts:AssumeRole", "");
    }

    static String trust(String principal, String actions, String condition) {
        return policy(
                "{'Effect':'Allow','Principal':{'AWS':'%s'},'Action':[%s],'Condition':{%s}}"
                        .formatted(principal, "'" + actions.replace(",", "','") + "'", condition));
    }

    static String user(String name) {
        return "arn:aws:iam::" + TestCloud.ACCOUNT + ":user/" + name;
    }

    static String stranger(String name) {
        return "arn:aws:iam::" + TestCloud.OTHER + ":user/" + name;
    }
}

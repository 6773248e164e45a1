package dev.rolecall.policy;

/// Who asks, as a policy sees it ("AWS JSON policy elements: Principal").
public sealed interface Principal {

    /// The 12-digit account that the principal belongs to; empty for [Anonymous], [Service] and
    /// [Provider].
    String account();

    /// What `GetCallerIdentity` and error messages print.
    String arn();

    /// The value of `aws:userid`.
    String userId();

    /// The value of `aws:PrincipalArn`: for a session its role, with the role's path.
    default String principalArn() {
        return arn();
    }

    /// The root user of an account.
    record Root(String account) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":root";
        }

        @Override
        public String userId() {
            return account;
        }
    }

    /// An IAM user, or a GetSessionToken session of it: the session is the user.
    ///
    /// @param path `/` or `/a/b/`
    /// @param id the unique id, `AIDA…`
    record User(String account, String path, String name, String id) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":user" + path + name;
        }

        @Override
        public String userId() {
            return id;
        }
    }

    /// A session of a role, from any of the AssumeRole actions.
    ///
    /// @param rolePath `/` or `/a/b/`; the session's own ARN drops it
    /// @param roleId the role's unique id, `AROA…`
    record RoleSession(
            String account, String rolePath, String roleName, String roleId, String sessionName)
            implements Principal {
        @Override
        public String arn() {
            return "arn:aws:sts::" + account + ":assumed-role/" + roleName + "/" + sessionName;
        }

        @Override
        public String userId() {
            return roleId + ":" + sessionName;
        }

        @Override
        public String principalArn() {
            return "arn:aws:iam::" + account + ":role" + rolePath + roleName;
        }
    }

    /// A GetFederationToken session. Its name is free text and no user's name.
    ///
    /// @param creatorId the unique id of the user that called GetFederationToken, or the account id
    record FederatedUser(String account, String name, String creatorId) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:sts::" + account + ":federated-user/" + name;
        }

        @Override
        public String userId() {
            return account + ":" + name;
        }
    }

    /// An AWS service, such as `ec2.amazonaws.com`.
    record Service(String name) implements Principal {
        @Override
        public String account() {
            return "";
        }

        @Override
        public String arn() {
            return name;
        }

        @Override
        public String userId() {
            return name;
        }
    }

    /// Somebody for whom an identity provider speaks: who calls AssumeRoleWithWebIdentity or
    /// AssumeRoleWithSAML. IAM does not know them; the trust policy alone decides.
    ///
    /// @param name the ARN of the provider, or the host of a built-in one
    record Provider(String name) implements Principal {
        @Override
        public String account() {
            return "";
        }

        @Override
        public String arn() {
            return name;
        }

        @Override
        public String userId() {
            return name;
        }
    }

    /// Nobody known: a request without a signature.
    record Anonymous() implements Principal {
        @Override
        public String account() {
            return "";
        }

        @Override
        public String arn() {
            return "anonymous";
        }

        @Override
        public String userId() {
            return "anonymous";
        }
    }
}

package dev.rolecall.check;

import dev.rolecall.policy.Principal;
import java.util.Set;

/// Which condition keys of a request whoever sends it can choose, or have chosen by somebody on
/// their side: an administrator of theirs, a service that calls for them, the time that they wait.
/// Who they are is never among it.
enum Freedom {
    /// Everybody but the learner's own account is unknown: any request counts that somebody could
    /// send from somewhere, some day.
    ANYBODY {
        @Override
        boolean has(String key, Principal who, String home) {
            return switch (group(key)) {
                case IDENTITY, RESOURCE -> false;
                case ORGANIZATION -> !who.account().equals(home);
                case TAG, OTHER -> true;
                case SERVICE -> who instanceof Principal.Service;
                case FEDERATED -> !(who instanceof Principal.User);
            };
        }
    },
    /// A known principal: its tags and its organization are known too. Any resource may be there.
    KNOWN {
        @Override
        boolean has(String key, Principal who, String home) {
            return switch (group(key)) {
                case IDENTITY, ORGANIZATION, SERVICE -> false;
                case RESOURCE, OTHER -> true;
                // A session brings tags and a source identity of its own.
                case TAG, FEDERATED -> !(who instanceof Principal.User);
            };
        }
    },
    /// The same, now and from the learner's machine: what a call's own parameters say.
    HERE {
        @Override
        boolean has(String key, Principal who, String home) {
            return PARAMETERS.contains(key)
                    || key.startsWith("aws:requesttag/")
                    || (key.startsWith("s3:") && group(key) == Group.OTHER);
        }
    };

    private static final Set<String> PARAMETERS =
            Set.of(
                    "sts:rolesessionname",
                    "sts:externalid",
                    "sts:sourceidentity",
                    "sts:transitivetagkeys",
                    "aws:tagkeys",
                    "aws:useragent",
                    "aws:requestedregion");

    private static final Set<String> IDENTITY =
            Set.of(
                    "aws:principalarn",
                    "aws:principalaccount",
                    "aws:principaltype",
                    "aws:userid",
                    "aws:username");

    private static final Set<String> SERVICE =
            Set.of(
                    "aws:principalisawsservice",
                    "aws:principalservicename",
                    "aws:principalservicenameslist",
                    "aws:sourcearn",
                    "aws:sourceaccount",
                    "aws:sourceorgid",
                    "aws:sourceorgpaths");

    private enum Group {
        IDENTITY,
        ORGANIZATION,
        TAG,
        SERVICE,
        FEDERATED,
        RESOURCE,
        OTHER
    }

    /// @param key in lower case
    /// @param home the learner's account
    abstract boolean has(String key, Principal who, String home);

    private static Group group(String key) {
        if (IDENTITY.contains(key)) {
            return Group.IDENTITY;
        }
        if (SERVICE.contains(key)) {
            return Group.SERVICE;
        }
        if (key.startsWith("aws:principalorg")) {
            return Group.ORGANIZATION;
        }
        if (key.startsWith("aws:principaltag/")) {
            return Group.TAG;
        }
        if (key.equals("aws:federatedprovider") || key.equals("aws:sourceidentity")) {
            return Group.FEDERATED;
        }
        boolean resource =
                key.startsWith("aws:resource")
                        || key.contains(":resourcetag/")
                        || key.equals("s3:resourceaccount")
                        || key.startsWith("s3:existingobjecttag/");
        return resource ? Group.RESOURCE : Group.OTHER;
    }

    /// Whether nobody can choose it since it says who they are.
    static boolean isIdentity(String key) {
        return IDENTITY.contains(key);
    }
}

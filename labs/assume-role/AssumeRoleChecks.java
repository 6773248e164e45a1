import static dev.rolecall.check.Criteria.bucketGrantsNothing;
import static dev.rolecall.check.Criteria.hasNoPermission;
import static dev.rolecall.check.Criteria.hasOnly;
import static dev.rolecall.check.Criteria.leftToTheAccount;
import static dev.rolecall.check.Criteria.may;
import static dev.rolecall.check.Criteria.mayNot;
import static dev.rolecall.check.Criteria.mayNow;
import static dev.rolecall.check.Criteria.required;
import static dev.rolecall.check.Criteria.unmet;

import dev.rolecall.check.Criteria;
import dev.rolecall.check.LabChecks;
import dev.rolecall.check.Trail;
import dev.rolecall.check.World;
import dev.rolecall.guard.Recorded;
import dev.rolecall.iam.AccessKey;
import dev.rolecall.iam.Role;
import dev.rolecall.policy.Principal;
import dev.rolecall.sts.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What must be true of the cloud after each step of the lab.
@LabChecks
class AssumeRoleChecks {
    private static final String TEST = "Test";
    private static final String ROLE = "account-s3-full-access";
    private static final String S3_FULL_ACCESS = "arn:aws:iam::aws:policy/AmazonS3FullAccess";
    private static final String LIST_BUCKETS = "s3:ListAllMyBuckets";
    private static final String ASSUME_ROLE = "sts:AssumeRole";
    private static final String LOOK_AT_TRUST = "iam.getRole(…) shows the trust policy      /hint";
    private static final String LOOK_AT_TEST =
            "iam.listAttachedUserPolicies(…), listUserPolicies(…), listGroupsForUser(…)";

    @Nested
    class NoPermissionUser {
        @Test
        @Order(1)
        @DisplayName("the user Test exists")
        void testExists(World world) {
            test(world);
        }

        @Test
        @Order(2)
        @DisplayName("Test has an active access key")
        void testHasActiveKey(World world) {
            test(world);
            List<AccessKey> keys = world.accessKeys(TEST);
            if (keys.stream().noneMatch(AccessKey::active)) {
                throw unmet(
                        "an active access key of Test",
                        keys.isEmpty() ? "Test has no access key" : "Test's keys are inactive",
                        "",
                        "iam.listAccessKeys(…)      /hint");
            }
        }

        @Test
        @Order(3)
        @DisplayName("Test asked for the buckets and was refused")
        void testAskedAndWasRefused(World world) {
            Principal.User test = test(world);
            Trail asked = new Trail(world.requests()).by(test).asking(LIST_BUCKETS);
            if (asked.refused().none()) {
                throw unmet(
                        "a request of Test's for the list of buckets, refused",
                        seen(asked, "Test has not asked S3 for the list of buckets"),
                        asked.none() ? lastAskedBy(world, LIST_BUCKETS) : "",
                        asked.none() ? "/hint" : LOOK_AT_TEST);
            }
            mayNot(world, world.may(test, LIST_BUCKETS, "*"), LOOK_AT_TEST);
        }
    }

    @Nested
    class RoleWithS3FullAccess {
        @Test
        @Order(1)
        @DisplayName("the role account-s3-full-access exists")
        void roleExists(World world) {
            role(world);
        }

        @Test
        @Order(2)
        @DisplayName("its trust policy leaves it to the account who may assume it")
        void trustsTheAccount(World world) {
            leavesItToTheAccount(world);
        }

        @Test
        @Order(3)
        @DisplayName("AmazonS3FullAccess is attached to it")
        void hasS3FullAccess(World world) {
            List<String> attached = role(world).policies().attached();
            if (!attached.contains(S3_FULL_ACCESS)) {
                throw unmet(
                        S3_FULL_ACCESS + " attached to the role",
                        attached.isEmpty()
                                ? "no managed policy is attached to the role"
                                : "attached: " + String.join(", ", attached),
                        onTestInstead(world),
                        "iam.listAttachedRolePolicies(…)      /hint");
            }
        }

        @Test
        @Order(4)
        @DisplayName("a session of it may use S3 and nothing else")
        void sessionMayUseS3Only(World world) {
            Principal session = session(role(world));
            String look = "iam.listAttachedRolePolicies(…), listRolePolicies(…)";
            for (String action : List.of(LIST_BUCKETS, "s3:PutObject", "s3:GetObject")) {
                String resource = action.equals(LIST_BUCKETS) ? "*" : "arn:aws:s3:::any/object";
                may(world, world.may(session, action, resource), look);
            }
            hasOnly(world, session, Set.of("s3", "s3-object-lambda"), look);
        }

        private String onTestInstead(World world) {
            boolean onTest =
                    world.user(TEST)
                            .filter(user -> user.policies().attached().contains(S3_FULL_ACCESS))
                            .isPresent();
            return onTest ? "it is attached to the user Test, and not to the role" : "";
        }
    }

    @Nested
    class DoorStillShut {
        @Test
        @Order(1)
        @DisplayName("Test asked for the role and was refused")
        void testAskedAndWasRefused(World world) {
            Principal.User test = test(world);
            String roleArn = role(world).arn();
            Trail asked = new Trail(world.requests()).by(test).asking(ASSUME_ROLE, roleArn);
            if (asked.refused().none()) {
                throw unmet(
                        "a request of Test's to assume " + ROLE + ", refused",
                        seen(asked, "Test has not asked for this role"),
                        asked.none() ? lastAskedBy(world, ASSUME_ROLE) : "",
                        "/hint");
            }
        }

        @Test
        @Order(2)
        @DisplayName("the trust policy still leaves it to the account")
        void trustLeavesItToTheAccount(World world) {
            leavesItToTheAccount(world);
        }

        @Test
        @Order(3)
        @DisplayName("Test still has no permission of its own")
        void testHasNoPermission(World world) {
            hasNoPermission(world, test(world), LOOK_AT_TEST);
        }
    }

    @Nested
    class EditTheTrust {
        @Test
        @Order(1)
        @DisplayName("Test may assume account-s3-full-access")
        void testMay(World world) {
            Principal.User test = test(world);
            mayNow(world, test, ASSUME_ROLE, role(world).arn(), LOOK_AT_TRUST);
        }

        @Test
        @Order(2)
        @DisplayName("nobody else may")
        void nobodyElseMay(World world) {
            onlyTestMay(world);
        }

        @Test
        @Order(3)
        @DisplayName("Test still has no permission of its own")
        void testHasNoPermission(World world) {
            hasNoPermission(world, test(world), LOOK_AT_TEST);
        }
    }

    @Nested
    class AssumeTheRole {
        @Test
        @Order(1)
        @DisplayName("Test assumed account-s3-full-access")
        void testAssumedTheRole(World world) {
            Principal.User test = test(world);
            String roleArn = role(world).arn();
            Trail asked = new Trail(world.requests()).by(test).asking(ASSUME_ROLE, roleArn);
            if (asked.operation("AssumeRole").succeeded().none()) {
                throw unmet(
                        "an AssumeRole of Test's for " + ROLE + " that succeeded",
                        seen(asked, "Test has not asked for this role"),
                        asked.none() ? lastAskedBy(world, ASSUME_ROLE) : "",
                        "/why      /hint");
            }
        }

        @Test
        @Order(2)
        @DisplayName("the temporary credentials were used as the role's session")
        void sessionWasUsed(World world) {
            if (byTheHat(world).succeeded().none()) {
                throw unmet(
                        "a request signed with the credentials that Test got",
                        "none yet",
                        "",
                        "sts.getCallerIdentity() with them      /hint");
            }
        }

        @Test
        @Order(3)
        @DisplayName("still nobody but Test may assume the role")
        void nobodyElseMay(World world) {
            onlyTestMay(world);
        }

        @Test
        @Order(4)
        @DisplayName("Test still has no permission of its own")
        void testHasNoPermission(World world) {
            hasNoPermission(world, test(world), LOOK_AT_TEST);
        }
    }

    @Nested
    class WearTheHat {
        @Test
        @Order(1)
        @DisplayName("the session listed the buckets")
        void sessionListedBuckets(World world) {
            Trail listed = byTheHat(world).operation("ListBuckets");
            if (listed.succeeded().none()) {
                throw unmet(
                        "a list of buckets, asked for by the session",
                        seen(listed, "the session has not asked for it"),
                        lastAskedBy(world, LIST_BUCKETS, byTheHat(world)),
                        "/hint");
            }
        }

        @Test
        @Order(2)
        @DisplayName("the session wrote an object and read it back")
        void sessionWroteAndRead(World world) {
            List<String> written = written(world);
            Trail read = byTheHat(world).succeeded().operation("GetObject");
            if (written.isEmpty()) {
                throw unmet(
                        "an object written by the session",
                        "the session has written none",
                        lastAskedBy(world, "s3:PutObject", byTheHat(world)),
                        "/hint");
            }
            if (read.only(request -> readsBack(world, request)).none()) {
                throw unmet(
                        "the object read by the session after it was written",
                        "written: " + String.join(", ", written) + ", and not read since",
                        lastAskedBy(world, "s3:GetObject", byTheHat(world)),
                        "/hint");
            }
        }

        @Test
        @Order(3)
        @DisplayName("Test itself asked S3 again and was refused")
        void testWasRefusedAgain(World world) {
            Principal.User test = test(world);
            Trail asked =
                    sinceTheHat(world).by(test).only(request -> request.service().equals("s3"));
            if (asked.refused().none()) {
                throw unmet(
                        "a request of Test's own to S3, refused, since it assumed the role",
                        seen(asked, "Test itself has not asked S3 since then"),
                        "",
                        "/hint");
            }
        }

        @Test
        @Order(4)
        @DisplayName("Test still has no permission, not even on that object")
        void testHasNoPermission(World world) {
            Principal.User test = test(world);
            hasNoPermission(world, test, LOOK_AT_TEST);
            String look = "s3.getBucketPolicy(…)";
            for (String object : written(world)) {
                mayNot(world, world.may(test, "s3:GetObject", object), look);
                mayNot(world, world.may(test, "s3:PutObject", object), look);
                String bucket = object.substring(0, object.indexOf('/'));
                bucketGrantsNothing(world, test, bucket, look);
            }
        }

        /// The ARNs of the objects that the session wrote, in whatever way S3 has for that.
        private List<String> written(World world) {
            return writes(world).requests().stream()
                    .flatMap(request -> request.asked().stream())
                    .filter(asked -> asked.action().equals("s3:PutObject"))
                    .map(Recorded.Asked::resource)
                    .distinct()
                    .toList();
        }

        private Trail writes(World world) {
            return byTheHat(world)
                    .succeeded()
                    .operation("PutObject", "CompleteMultipartUpload", "CopyObject");
        }

        private boolean readsBack(World world, Recorded read) {
            return read.asked().stream()
                    .filter(asked -> asked.action().startsWith("s3:GetObject"))
                    .anyMatch(asked ->
                            !writes(world)
                                    .before(read)
                                    .asking("s3:PutObject", asked.resource())
                                    .none());
        }
    }

    @Nested
    class ItExpires {
        @Test
        @Order(1)
        @DisplayName("a session that had worked was refused with ExpiredToken")
        void sessionExpired(World world) {
            if (ends(world).none()) {
                Trail refused = byTheHat(world).failedWith("ExpiredToken");
                throw unmet(
                        "a request of the session that had worked, refused with ExpiredToken",
                        refused.none()
                                ? "no session of the role was refused so"
                                : "a session was refused so that had never worked",
                        "",
                        "/task      /hint");
            }
        }

        @Test
        @Order(2)
        @DisplayName("Test assumed the role again, and the new session works")
        void newSessionWorks(World world) {
            List<Recorded> ends = ends(world).requests();
            if (ends.isEmpty()) {
                throw unmet(
                        "a new session after the old one was seen to end",
                        "no session was seen to end yet",
                        "",
                        "/task");
            }
            Trail done = byTheHat(world).succeeded();
            if (ends.stream().allMatch(end -> done.only(r -> isNew(world, r, end)).none())) {
                throw unmet(
                        "a request of a session that Test began after the old one had ended",
                        done.after(ends.getFirst()).none()
                                ? "no session of the role did anything since"
                                : "a session that began before the other ended",
                        "",
                        "/hint");
            }
        }

        @Test
        @Order(3)
        @DisplayName("Test still has no permission of its own")
        void testHasNoPermission(World world) {
            hasNoPermission(world, test(world), LOOK_AT_TEST);
        }

        /// The refusals of sessions, for their age, that had worked before.
        private Trail ends(World world) {
            Trail hat = byTheHat(world);
            return hat.failedWith("ExpiredToken")
                    .only(refused ->
                            !hat.signedWith(refused.accessKeyId())
                                    .before(refused)
                                    .succeeded()
                                    .none());
        }

        /// Whether the request's session began after the other was seen to end, or when it was over
        /// though nobody had tried it again yet. The clock may have been set back in between, so
        /// the order of the requests counts and not their times alone.
        private boolean isNew(World world, Recorded request, Recorded end) {
            Instant issued = world.session(request.accessKeyId()).orElseThrow().facts().issued();
            Instant over = world.session(end.accessKeyId()).orElseThrow().facts().expires();
            return !issued.isBefore(over) || !begun(world, issued).after(end).none();
        }

        /// The requests for the role that may have begun the session: its age is kept to the
        /// second.
        private Trail begun(World world, Instant issued) {
            Trail asked = new Trail(world.requests()).by(test(world));
            return asked.asking(ASSUME_ROLE, role(world).arn())
                    .succeeded()
                    .only(r -> Duration.between(issued, r.at()).abs().toSeconds() < 1);
        }
    }

    /// The user, or the criterion is not met. Names ignore case when IAM looks for them, and ARNs
    /// do not.
    private static Principal.User test(World world) {
        return required(
                        world.user(TEST).filter(user -> user.name().equals(TEST)),
                        unmet(
                                "an IAM user named Test",
                                world.user(TEST)
                                        .map(user -> "a user named " + user.name())
                                        .orElse("no user of that name"),
                                "",
                                "iam.listUsers()      /hint"))
                .principal();
    }

    private static Role role(World world) {
        return required(
                world.role(ROLE).filter(role -> role.name().equals(ROLE)),
                unmet(
                        "a role named " + ROLE,
                        "no role of that name",
                        "",
                        "iam.listRoles()      /hint"));
    }

    private static Principal.RoleSession session(Role role) {
        return new Principal.RoleSession(
                role.account(), role.path(), role.name(), role.id(), "check");
    }

    private static String arn(World world, String resource) {
        return "arn:aws:iam::" + world.account() + ":" + resource;
    }

    /// Whoever the account lets may, nobody else may, and nobody may without that.
    private static void leavesItToTheAccount(World world) {
        Role role = role(world);
        leftToTheAccount(world, ASSUME_ROLE, role.arn(), role.trust(), LOOK_AT_TRUST);
    }

    private static void onlyTestMay(World world) {
        Principal.User test = test(world);
        Role role = role(world);
        Criteria.nobodyElseMay(world, test, ASSUME_ROLE, role.arn(), role.trust(), LOOK_AT_TRUST);
    }

    /// What sessions of the role asked that Test itself began; what an administrator's session did
    /// is not among it.
    private static Trail byTheHat(World world) {
        String roleId = role(world).id();
        String testArn = test(world).arn();
        return new Trail(world.requests())
                .only(request ->
                        world.session(request.accessKeyId())
                                .filter(session -> isHat(session, roleId, testArn))
                                .isPresent());
    }

    private static boolean isHat(Session session, String roleId, String testArn) {
        return session.principal() instanceof Principal.RoleSession hat
                && hat.roleId().equals(roleId)
                && session.issuedTo().equals(testArn);
    }

    /// The requests since Test first assumed the role.
    private static Trail sinceTheHat(World world) {
        Trail all = new Trail(world.requests());
        Optional<Recorded> assumed =
                all.by(test(world)).asking(ASSUME_ROLE, role(world).arn()).succeeded().first();
        return assumed.map(all::after).orElse(new Trail(List.of()));
    }

    private static String seen(Trail asked, String none) {
        return asked.last().map(AssumeRoleChecks::answer).orElse(none);
    }

    private static String answer(Recorded request) {
        return request.succeeded()
                ? request.operation() + " succeeded"
                : request.operation() + " ended in " + request.errorCode();
    }

    /// A request of somebody else is the likeliest reason why Test's is missing.
    private static String lastAskedBy(World world, String action) {
        return lastAskedBy(world, action, new Trail(List.of()));
    }

    /// @param own those of who should ask: when they were the last, that is no reason
    private static String lastAskedBy(World world, String action, Trail own) {
        return new Trail(world.requests())
                .asking(action)
                .last()
                .filter(request -> !own.requests().contains(request))
                .map(request -> "the last to ask was " + request.principal().arn())
                .orElse("");
    }
}

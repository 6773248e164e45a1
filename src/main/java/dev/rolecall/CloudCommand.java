package dev.rolecall;

import dev.rolecall.cloud.Backing;
import dev.rolecall.cloud.Cloud;
import dev.rolecall.fault.AwsError;
import dev.rolecall.fault.UserError;
import dev.rolecall.iam.AccessKey;
import dev.rolecall.progress.Home;
import dev.rolecall.s3.S3State;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `rolecall cloud`: the guarded cloud alone, for any AWS client.
@Command(
        name = "cloud",
        description = "Start the guarded cloud alone, for any AWS client, until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class CloudCommand implements Callable<Integer> {
    /// The account of whoever uses a LocalStack without naming one.
    private static final String LOCALSTACKS_OWN = "000000000000";

    private static final String OURS = "111122223333";
    private static final String ADMIN = "admin";

    @Mixin CloudOptions options = new CloudOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "the cloud's port on 127.0.0.1 (any that is free)")
    int port;

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description =
                    "the account that you administer, 12 digits ("
                            + OURS
                            + "; "
                            + LOCALSTACKS_OWN
                            + " of a LocalStack that runs already)")
    String account = "";

    @Override
    public Integer call() {
        Backing backing = options.backing();
        String mine = account(backing);
        Workplace workplace = Workplace.here();
        try (Ending ending = Ending.watched();
                Home place = Home.throwAway();
                Cloud cloud =
                        Cloud.start(
                                workplace.cloud(
                                        place, port, backing, line -> System.err.println(line)))) {
            AccessKey key = cloud.iam().found(mine, ADMIN).key();
            cloud.open(S3State.empty());
            if (ending.isAfter(cloud::await)) {
                tell(cloud, mine, key);
                ending.await();
            }
            if (backing instanceof Backing.Running) {
                withdraw(cloud, mine, key);
            }
            return 0;
        }
    }

    /// Nobody has its secret any more, and a LocalStack that goes on would keep it.
    private static void withdraw(Cloud cloud, String account, AccessKey key) {
        try {
            cloud.iam().withdraw(account, ADMIN, key);
        } catch (AwsError e) {
            // The container is gone, or somebody was quicker: there is nothing to take away.
            return;
        }
    }

    private String account(Backing backing) {
        if (!account.isEmpty() && !account.matches("\\d{12}")) {
            throw new UserError("`" + account + "` is no account", "give 12 digits");
        }
        return Optional.of(account)
                .filter(given -> !given.isEmpty())
                .orElse(backing instanceof Backing.Running ? LOCALSTACKS_OWN : OURS);
    }

    private static void tell(Cloud cloud, String account, AccessKey key) {
        System.out.printf(
                """
                # An AWS cloud of your own at %s, until Ctrl-C.
                # Whoever has these keys is the administrator of account %s.
                export AWS_ENDPOINT_URL=%s
                export AWS_ACCESS_KEY_ID=%s
                export AWS_SECRET_ACCESS_KEY=%s
                export AWS_DEFAULT_REGION=us-east-1 AWS_REGION=us-east-1
                unset AWS_SESSION_TOKEN AWS_PROFILE
                """,
                cloud.uri(), account, cloud.uri(), key.id(), key.secret());
        System.out.flush();
    }
}

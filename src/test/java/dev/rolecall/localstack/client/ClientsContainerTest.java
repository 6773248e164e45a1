package dev.rolecall.localstack.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.localstack.TestContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("container")
class ClientsContainerTest {
    @Test
    void aClientSpeaksInTheNameOfItsAccount() {
        String account = TestContainer.account();
        try (Clients clients = new Clients(TestContainer.uri())) {
            clients.iam(account).createUser(b -> b.userName("Test"));
            clients.s3(account).createBucket(b -> b.bucket("of-" + account));
            assertThat(clients.iam(account).getUser(b -> b.userName("Test")).user().arn())
                    .isEqualTo("arn:aws:iam::" + account + ":user/Test");
            assertThat(clients.s3(account).listBuckets().buckets()).hasSize(1);
            assertThat(clients.s3(TestContainer.account()).listBuckets().buckets()).isEmpty();
        }
    }
}

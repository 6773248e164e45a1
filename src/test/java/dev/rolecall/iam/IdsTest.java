package dev.rolecall.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTest {
    private final Ids ids = Ids.secure();

    @Test
    void anAccessKeyIdCarriesItsAccount() {
        long seed = new Random().nextLong();
        System.out.println("IdsTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String account = "%012d".formatted(random.nextLong(1_000_000_000_000L));
            String id = ids.accessKeyId(Ids.Prefix.AKIA, account);
            assertThat(id).matches("AKIA[A-Z2-7]{16}");
            assertThat(AccessKeyIds.account(id)).contains(account);
        }
    }

    @Test
    void theSmallestAndTheBiggestAccountFit() {
        for (String account : new String[] {"000000000000", "999999999999"}) {
            assertThat(AccessKeyIds.account(ids.accessKeyId(Ids.Prefix.ASIA, account)))
                    .contains(account);
        }
    }

    @Test
    void aPublishedKeyIdGivesItsPublishedAccount() {
        // The example of the articles that found the encoding; aws-truth 2.3.
        assertThat(AccessKeyIds.account("ASIAQNZGKIQY56JQ7WML")).contains("029608264753");
    }

    @Test
    void whatIsNoKeyIdHasNoAccount() {
        assertThat(AccessKeyIds.account("AKIA1")).isEmpty();
        assertThat(AccessKeyIds.account("AKIA0189AAAAAAAAAAAA")).isEmpty();
    }

    @Test
    void uniqueIdsAreTwentyOneLettersWithTheirPrefix() {
        for (Ids.Prefix prefix :
                new Ids.Prefix[] {Ids.Prefix.AIDA, Ids.Prefix.AROA, Ids.Prefix.ANPA}) {
            assertThat(ids.unique(prefix)).matches(prefix + "[A-Z2-7]{17}");
        }
    }

    @Test
    void secretsAreFortyCharactersAndNeverTheSame() {
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String secret = ids.secret();
            assertThat(secret).hasSize(40).matches("[A-Za-z0-9/+]+");
            secrets.add(secret);
        }
        assertThat(secrets).hasSize(100);
    }

    @Test
    void aSeedGivesTheSameIdsAgain() {
        assertThat(Ids.seeded(7).secret()).isEqualTo(Ids.seeded(7).secret());
        assertThat(Ids.seeded(7).secret()).isNotEqualTo(Ids.seeded(8).secret());
    }
}

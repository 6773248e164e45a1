package dev.rolecall.localstack.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.fault.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest {
    private static final String FULL =
            "the disk of the Docker engine is full, so `some/image:1` cannot be started";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Status 404: {\"message\":\"manifest for some/image:1 not found: manifest unknown\"}\n",
                "pull access denied for some/image, repository does not exist or may require 'docker"
                        + " login': denied"
            })
    void aNameThatItsRegistryDoesNotKnow(String said) {
        assertThat(Trouble.notPulled("some/image:1", said).what())
                .isEqualTo("there is no image `some/image:1`, neither here nor in its registry");
    }

    @Test
    void theEnginesOwnWordsWithoutTheirWrapping() {
        String said =
                "Status 500: {\"message\":\"Get \\\"https://r/v2/\\\":\\n too many requests\"}\n";
        assertThat(Trouble.notPulled("some/image:1", said).what())
                .isEqualTo(
                        "image `some/image:1` is not here and cannot be pulled (Get"
                                + " \"https://r/v2/\": too many requests)");
    }

    @Test
    void aDiskThatFillsUpDuringThePull() {
        String said = "write /var/lib/docker/tmp/GetImageBlob1: no space left on device";
        assertThat(Trouble.notPulled("some/image:1", said).what()).isEqualTo(FULL);
    }

    @Test
    void aDiskThatIsFullWhenTheContainerIsMade() {
        Throwable inner =
                new IllegalStateException(
                        "mkdir /var/lib/docker/overlay2/1: no space left on device");
        UserError error =
                Trouble.notStarted(
                        "some/image:1", new IllegalStateException("failed", inner), LastWords.NONE);
        assertThat(error.what()).isEqualTo(FULL);
    }

    @Test
    void aLogWithoutAnEndIsCut() {
        LastWords words = new LastWords(true, 1, "x".repeat(5000));
        UserError error = Trouble.notStarted("i", new IllegalStateException("ended"), words);
        assertThat(error.getMessage()).hasSizeLessThan(500).contains("…xxx");
    }

    @Test
    void oneThatRunsAndDoesNotAnswer() {
        assertThat(Trouble.notReady("i", 60, new LastWords(false, 0, "loading\n\n")).what())
                .isEqualTo("LocalStack of `i` was not ready after 60 s; its last words: loading");
    }
}

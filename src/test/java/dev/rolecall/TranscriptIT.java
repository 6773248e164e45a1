package dev.rolecall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The README shows what the program prints today.
class TranscriptIT {
    @Test
    void theReadmeShowsWhatTheProgramPrints() throws Exception {
        assertThat(Transcript.shown())
                .as("run .ci/transcript to play it anew")
                .isEqualTo(Transcript.play());
    }
}

package dev.rolecall.localstack.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.PullResponseItem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PullProgressTest {
    private static final long SECOND = 1_000_000_000;

    private final PullProgress progress = new PullProgress();
    private final List<Integer> told = new ArrayList<>();

    /// As the engine sends it.
    private static PullResponseItem item(String id, String status, long current, long total) {
        String detail = total == 0 ? "{}" : "{\"current\":" + current + ",\"total\":" + total + "}";
        String text =
                "{\"status\":\"%s\",\"progressDetail\":%s,\"id\":\"%s\"}"
                        .formatted(status, detail, id);
        try {
            return new ObjectMapper().readValue(text, PullResponseItem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private void take(String id, String status, long current, long total) {
        progress.take(item(id, status, current, total)).ifPresent(told::add);
    }

    private void take(String id, String status) {
        take(id, status, 0, 0);
    }

    @Test
    void aLayerIsHalfHereWhenItIsDownloaded() {
        take("4.14.0", "Pulling from localstack/localstack");
        take("a", "Pulling fs layer");
        take("a", "Downloading", 10, 100);
        take("a", "Downloading", 68, 100);
        take("a", "Verifying Checksum");
        take("a", "Download complete");
        take("a", "Extracting", 50, 100);
        take("a", "Pull complete");
        assertThat(told).containsExactly(5, 34, 50, 75, 99);
    }

    @Test
    void layersCountByTheirSizeAndThoseThatWaitAsTheOthersDo() {
        take("a", "Pulling fs layer");
        take("b", "Pulling fs layer");
        take("c", "Waiting");
        take("d", "Already exists");
        take("a", "Downloading", 100, 100);
        assertThat(told).as("half of one of three").containsExactly(16);
        take("b", "Downloading", 0, 300);
        take("b", "Downloading", 300, 300);
        assertThat(told).as("half of two of three").containsExactly(16, 33);
    }

    @Test
    void itNeverGoesBack() {
        take("a", "Downloading", 100, 100);
        take("b", "Downloading", 1, 900);
        take("b", "Downloading", 400, 900);
        take("b", "Downloading", 900, 900);
        take("a", "Pull complete");
        take("b", "Pull complete");
        assertThat(told).isSorted().doesNotHaveDuplicates().first().isEqualTo(50);
        assertThat(told).last().isEqualTo(99);
    }

    @Test
    void aLayerTooSmallForProgressCountsLittle() {
        take("small", "Pulling fs layer");
        take("big", "Downloading", 500, 1000);
        take("small", "Download complete");
        take("small", "Pull complete");
        take("big", "Download complete");
        assertThat(told).last().isEqualTo(50);
    }

    @Test
    void whatSaysNothingOfALayerIsPassedOver() {
        take("", "Digest: sha256:0123");
        take("a", "Extracting 1 s");
        assertThat(told).isEmpty();
    }

    @Test
    void aLineIsToldOnceASecond() {
        AtomicLong now = new AtomicLong(-5 * SECOND);
        List<String> lines = new ArrayList<>();
        try (ImagePull pull = new ImagePull("some/image:1", lines::add, now::get)) {
            for (int percent = 0; percent < 50; percent++) {
                pull.onNext(item("a", "Downloading", 2L * percent, 100));
                now.addAndGet(SECOND / 10);
            }
        }
        assertThat(lines)
                .containsExactly(
                        "pulling some/image:1, 0 %",
                        "pulling some/image:1, 10 %",
                        "pulling some/image:1, 20 %",
                        "pulling some/image:1, 30 %",
                        "pulling some/image:1, 40 %");
    }
}

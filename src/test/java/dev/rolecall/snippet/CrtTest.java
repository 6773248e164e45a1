package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What of the SDK needs the AWS Common Runtime, whose code is native.
@Timeout(120)
class CrtTest {
    private static final String LOADED =
            "Files.readString(Path.of(\"/proc/self/maps\")).contains(\"CRT\")";

    private LabShell lab;

    @BeforeEach
    void start(@TempDir Path folder) {
        lab = new LabShell(folder);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void theClientOnTheCommonRuntimeCallsTheLabsCloud() {
        assertThat(lab.run("var crt = S3AsyncClient.crtCreate();"))
                .isInstanceOf(Outcome.Value.class);
        assertThat(lab.value("crt.listBuckets().join().buckets().getFirst().name()"))
                .isEqualTo("\"one\"");
        assertThat(lab.aws.accessKeyIds()).containsOnly("AKIAADMIN");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itIsLoadedWhenItIsUsed() {
        lab.run("var crt = S3AsyncClient.crtCreate();");
        assertThat(lab.value(LOADED)).isEqualTo("true");
    }

    @Test
    void aChecksumThatOnlyTheCommonRuntimeComputesIsSent() {
        lab.run(put("b -> b.bucket(\"b\").key(\"k\").checksumAlgorithm(\"CRC64NVME\")"));
        assertThat(lab.aws.requests().getLast().text().toLowerCase(Locale.ROOT))
                .contains("x-amz-checksum-crc64nvme");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatDoesNotNeedItDoesNotLoadIt() {
        lab.run(put("b -> b.bucket(\"b\").key(\"k\")"));
        lab.run("S3AsyncClient.create().listBuckets().join();");
        lab.run("S3Presigner.create();");
        assertThat(lab.value(LOADED)).isEqualTo("false");
    }

    private static String put(String request) {
        return "s3.putObject(%s, RequestBody.fromString(\"x\"))".formatted(request);
    }
}

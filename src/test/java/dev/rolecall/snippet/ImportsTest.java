package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a learner can name, and what not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportsTest {
    private LabShell lab;

    @BeforeAll
    void start(@TempDir Path folder) {
        lab = new LabShell(folder);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    void theLabsWordsMeanTheLabsClasses() {
        assertThat(lab.value("Tag.class.getName()")).contains("services.iam.model.Tag");
        assertThat(lab.value("Role.class.getName()")).contains("services.iam.model.Role");
        assertThat(lab.value("Bucket.class.getName()")).contains("services.s3.model.Bucket");
        assertThat(lab.value("Credentials.class.getName()")).contains("services.sts.model.Cred");
        assertThat(lab.value("Protocol.class.getName()")).contains("services.s3.model.Protocol");
        assertThat(lab.value("RequestBody.fromString(\"x\").contentType()")).contains("text/plain");
        assertThat(lab.value("Path.of(\"\").toAbsolutePath().endsWith(\"home\")"))
                .isEqualTo("true");
    }

    @Test
    void aLearnersOwnImportOrDeclarationComesBeforeTheLabs() {
        lab.run("import java.nio.file.AccessDeniedException;");
        lab.run("record EncodingType(int n) {}");
        lab.run(
                "import java.io.*; import java.util.*; import software.amazon.awssdk.services.s3.model.*;");
        assertThat(lab.value("AccessDeniedException.class.getName()")).contains("java.nio.file");
        assertThat(lab.value("new EncodingType(3)")).isEqualTo("EncodingType[n=3]");
        assertThat(lab.value("MalformedPolicyDocumentException.class.getName()")).contains("iam");
        lab.run(
                "import software.amazon.awssdk.services.sts.model.MalformedPolicyDocumentException;");
        assertThat(lab.value("MalformedPolicyDocumentException.class.getName()")).contains("sts");
        assertThat(lab.value("as(\"Test\")")).isEqualTo("Hat(AKIANEWEST)");
    }

    @Test
    void aLearnersOwnNameHidesTheLabs() {
        assertThat(lab.value("int s3 = 3")).isEqualTo("3");
        assertThat(lab.value("s3 + 1")).isEqualTo("4");
    }

    @Test
    void theSdkIsCompleteAndTheHouseIsHidden() {
        assertThat(lab.value("S3Waiter.create() != null")).isEqualTo("true");
        assertThat(
                        lab.value(
                                "s3.waiter().waitUntilBucketExists(b -> b.bucket(\"one\")).matched().response().isPresent()"))
                .isEqualTo("true");
        assertThat(lab.run("dev.rolecall.snippet.SnippetShell.class"))
                .isInstanceOf(Outcome.CompileError.class);
        assertThat(lab.run("org.junit.jupiter.api.Test.class"))
                .isInstanceOf(Outcome.CompileError.class);
        assertThat(lab.run("Class.forName(\"dev.rolecall.Main\")"))
                .isInstanceOf(Outcome.Threw.class);
    }
}

package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A machine full of credentials, of endpoints and of proxies, and a lab that uses none of them.
@Timeout(120)
class NeverTheRealAwsTest {
    /// Part of every credential of the machine's.
    private static final String POISON = "POISON";

    private static final List<String> SNIPPETS =
            List.of(
                    // every connection that the synchronous clients open is taken down
                    "var seen = new CopyOnWriteArrayList<URI>(); ProxySelector.setDefault(new"
                            + " ProxySelector() { public List<Proxy> select(URI u) { seen.add(u);"
                            + " return List.of(Proxy.NO_PROXY); } public void connectFailed(URI u,"
                            + " SocketAddress a, IOException e) {} });",
                    "iam.createUser(b -> b.userName(\"Test\"))",
                    "sts.getCallerIdentity()",
                    "s3.listBuckets()",
                    "StsClient.create().getCallerIdentity()",
                    "S3Client.create().listBuckets()",
                    "IamClient.builder().region(Region.AWS_GLOBAL).build().createUser(b ->"
                            + " b.userName(\"x\"))",
                    "S3Client.builder().region(Region.EU_WEST_1).build().getObjectAsBytes(b ->"
                            + " b.bucket(\"my-bucket\").key(\"k\")).asUtf8String()",
                    "S3Client.builder().crossRegionAccessEnabled(true).build().listBuckets()",
                    "S3AsyncClient.create().listBuckets().join()",
                    "StsAsyncClient.create().getCallerIdentity().join()",
                    "S3Presigner.create().presignGetObject(b ->"
                            + " b.signatureDuration(Duration.ofMinutes(1)).getObjectRequest(r ->"
                            + " r.bucket(\"b\").key(\"k\"))).url()",
                    "DefaultCredentialsProvider.create().resolveCredentials().accessKeyId()",
                    "ProfileCredentialsProvider.create(\"real\").resolveCredentials()",
                    "EnvironmentVariableCredentialsProvider.create().resolveCredentials()",
                    "SystemPropertyCredentialsProvider.create().resolveCredentials()",
                    "ContainerCredentialsProvider.builder().build().resolveCredentials()",
                    "InstanceProfileCredentialsProvider.create().resolveCredentials()",
                    "WebIdentityTokenFileCredentialsProvider.create().resolveCredentials()",
                    "System.getenv().toString() + System.getProperties()",
                    "var shell = new String(new ProcessBuilder(\"env\").start().getInputStream()"
                            + ".readAllBytes())",
                    "seen.stream().map(u -> u.getScheme() + \"://\" + u.getAuthority()).distinct()"
                            + ".toList()");

    @Test
    void noRequestCarriesTheMachinesCredentialsAndNoneGoesElsewhere(@TempDir Path folder)
            throws Exception {
        try (FakeAws lab = new FakeAws();
                FakeAws elsewhere = new FakeAws()) {
            Path home = poisonedHome(folder, elsewhere);
            Path snippets = folder.resolve("snippets");
            Files.write(snippets, SNIPPETS);
            run(folder, home, lab, elsewhere, snippets);

            String report = Files.readString(Path.of(snippets + ".out"));
            assertThat(report).as("snippets").doesNotContain(POISON).doesNotContain(home + "");
            assertThat(report.lines().toList().getLast()).contains("[" + lab.uri() + "]");
            assertThat(elsewhere.requests()).as("requests elsewhere").isEmpty();
            assertThat(lab.requests()).hasSize(10);
            assertThat(lab.accessKeyIds()).containsOnly("AKIAADMIN");
            assertThat(lab.requests())
                    .extracting(FakeAws.Request::text)
                    .noneMatch(text -> text.contains(POISON));
            assertThat(report.lines().filter(line -> line.startsWith("Threw")))
                    .as("providers that find nothing")
                    .hasSize(6);
        }
    }

    private static void run(Path folder, Path home, FakeAws lab, FakeAws elsewhere, Path snippets)
            throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Duser.home=" + home,
                                "-Daws.accessKeyId=AKIAPOISONPROPERTY",
                                "-Daws.secretAccessKey=POISON-property",
                                "-Daws.profile=real",
                                "-Dhttp.proxyHost=127.0.0.1",
                                "-Dhttp.proxyPort=" + elsewhere.uri().getPort(),
                                "-Dhttp.nonProxyHosts=",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PoisonedParent.class.getName(),
                                folder.resolve("lab").toString(),
                                lab.uri().toString(),
                                snippets.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(poisonedEnvironment(home, elsewhere));
        assertThat(builder.start().waitFor()).isZero();
    }

    private static Map<String, String> poisonedEnvironment(Path home, FakeAws elsewhere) {
        String trap = elsewhere.uri().toString();
        Map<String, String> poison = new TreeMap<>();
        poison.put("HOME", home.toString());
        poison.put("USERPROFILE", home.toString());
        poison.put("AWS_ACCESS_KEY_ID", "AKIAPOISONENV");
        poison.put("AWS_SECRET_ACCESS_KEY", "POISON-env");
        poison.put("AWS_SESSION_TOKEN", "POISON-token");
        poison.put("AWS_PROFILE", "real");
        poison.put("AWS_DEFAULT_PROFILE", "real");
        poison.put("AWS_CONFIG_FILE", home.resolve(".aws/config").toString());
        poison.put("AWS_SHARED_CREDENTIALS_FILE", home.resolve(".aws/credentials").toString());
        poison.put("AWS_REGION", "eu-central-1");
        poison.put("AWS_ENDPOINT_URL", trap);
        poison.put("AWS_ENDPOINT_URL_S3", trap);
        poison.put("AWS_ENDPOINT_URL_STS", trap);
        poison.put("AWS_ENDPOINT_URL_IAM", trap);
        poison.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", trap);
        poison.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "POISON-container");
        poison.put("AWS_WEB_IDENTITY_TOKEN_FILE", home.resolve(".aws/credentials").toString());
        poison.put("AWS_ROLE_ARN", "arn:aws:iam::999999999999:role/POISON");
        poison.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", trap);
        poison.put("HTTP_PROXY", trap);
        poison.put("HTTPS_PROXY", trap);
        poison.put("http_proxy", trap);
        // both JVMs would take these; the child must never see them
        poison.put("JDK_JAVA_OPTIONS", "-Daws.sessionToken=POISON-options");
        poison.put("CLASSPATH", home.toString());
        return poison;
    }

    private static Path poisonedHome(Path folder, FakeAws elsewhere) throws Exception {
        Path home = folder.resolve("realhome");
        Path aws = Files.createDirectories(home.resolve(".aws"));
        String keys = "aws_access_key_id = AKIAPOISONFILE\naws_secret_access_key = POISON-file\n";
        Files.writeString(aws.resolve("credentials"), "[default]\n" + keys + "[real]\n" + keys);
        Files.writeString(
                aws.resolve("config"),
                "[default]\nregion = eu-west-1\nendpoint_url = %1$s\n[profile real]\nendpoint_url = %1$s\n"
                        .formatted(elsewhere.uri()));
        return home;
    }
}

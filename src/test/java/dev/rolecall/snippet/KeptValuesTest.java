package dev.rolecall.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Variables have the values that they had, also where running the snippet again gives another.
@Timeout(120)
class KeptValuesTest {
    private static final List<String> OF_CHANCE =
            List.of(
                    "var bucket = \"notes-\" + UUID.randomUUID();",
                    "var now = Instant.now();",
                    "double chance = Math.random();",
                    "System.nanoTime()",
                    "int coin = 0; coin = new Random().nextInt();",
                    "var id = UUID.randomUUID();",
                    "var zone = ZonedDateTime.now();",
                    "var file = Files.createTempFile(\"a\", \"b\");",
                    "var big = new BigInteger(200, new Random());",
                    "byte[] bytes = new byte[20]; new Random().nextBytes(bytes);",
                    "var fixed = List.of(UUID.randomUUID(), Optional.of(Math.random()));",
                    "var set = Set.of(UUID.randomUUID(), UUID.randomUUID());",
                    "Map<Object, Object> map = Map.of(UUID.randomUUID(), new Random().nextLong(), \"b\", 'c');",
                    "var list = new ArrayList<String>(); var same = list;",
                    "for (int i = 0; i < 3; i++) list.add(\"\" + Math.random());",
                    "enum Color { RED, GREEN, BLUE }",
                    "var colors = new HashSet<>(List.of(Color.RED, Color.GREEN));",
                    "var color = Color.values()[new Random().nextInt(3)];",
                    "Object later = null; new Thread(() -> later = Math.random()).start();");

    private static final String ALL =
            "List.of(bucket, now, chance, $4, coin, id, zone, file, big, HexFormat.of().formatHex(bytes),"
                    + " fixed, new TreeSet<>(set), map.entrySet().stream().map(Object::toString).sorted().toList(), list,"
                    + " list == same, color, colors.size()) + \"\"";

    private LabShell lab;

    @BeforeEach
    void start(@TempDir Path folder) {
        lab = new LabShell(folder);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private static String all(LabShell shell) {
        Outcome all = shell.run(ALL);
        assertThat(all).isInstanceOf(Outcome.Value.class);
        return all.toString().replaceAll("name=\\$\\d+", "");
    }

    @Test
    void afterALostJvm() {
        OF_CHANCE.forEach(lab::run);
        String before = all(lab);
        assertThat(lab.run("System.exit(0)"))
                .isInstanceOfSatisfying(
                        Outcome.JvmDied.class,
                        died -> assertThat(died.restored()).isEqualTo(Restored.WHOLE));
        assertThat(all(lab)).isEqualTo(before);
        assertThat(lab.run("System.exit(0)")).isInstanceOf(Outcome.JvmDied.class);
        assertThat(all(lab)).isEqualTo(before);
    }

    @Test
    void inAnotherShell(@TempDir Path folder) {
        List<Past> history;
        String before;
        try (LabShell earlier = new LabShell(folder)) {
            earlier.run("1 +;");
            OF_CHANCE.forEach(earlier::run);
            before = all(earlier);
            history = earlier.shell.history();
        }
        assertThat(lab.shell.restore(history)).isEqualTo(Restored.WHOLE);
        assertThat(lab.shell.history()).isEqualTo(history);
        assertThat(all(lab)).isEqualTo(before);
        lab.run("System.exit(0)");
        assertThat(all(lab)).isEqualTo(before);
    }

    @Test
    void whatFollowsFromAValueFollowsFromTheSame() {
        lab.run("var a = UUID.randomUUID();");
        lab.run("var length = new StringBuilder(a.toString());");
        lab.run("a = null;");
        String before = lab.value("length");
        assertThat(lab.run("System.exit(0)"))
                .isInstanceOfSatisfying(
                        Outcome.JvmDied.class,
                        died -> assertThat(died.restored()).isEqualTo(Restored.WHOLE));
        assertThat(lab.value("length")).isEqualTo(before);
        assertThat(lab.value("a")).isEqualTo("null");
    }

    @Test
    void aValueThatCannotBeKeptIsNamedWhereItDiffers() {
        lab.run("var same = new StringBuilder(\"same\"); var client = S3Client.create();");
        lab.run("Runnable run = () -> {}; var future = new CompletableFuture<String>();");
        lab.run("var random = new StringBuilder(\"\" + Math.random());");
        lab.run("var numbers = new Random().doubles(10_000).boxed().toList();");
        lab.run("var fine = new StringBuilder(\"\" + Math.random()); fine = null;");
        Restored expected = new Restored(List.of(), List.of(), List.of("random", "numbers"));
        assertThat(lab.run("System.exit(0)"))
                .isInstanceOfSatisfying(
                        Outcome.JvmDied.class,
                        died -> assertThat(died.restored()).isEqualTo(expected));
        assertThat(lab.shell.restore(lab.shell.history())).isEqualTo(expected);
    }

    @Test
    void aVariableWhoseSnippetFailsTheSecondTimeIsThereAllTheSame() {
        lab.run("int once = 0;");
        lab.run("int fragile = 1 / (Files.exists(Path.of(\"here\")) ? 0 : 1);");
        lab.run("Files.writeString(Path.of(\"here\"), \"\");");
        assertThat(lab.run("System.exit(0)"))
                .isInstanceOfSatisfying(
                        Outcome.JvmDied.class,
                        died -> assertThat(died.restored()).isEqualTo(Restored.WHOLE));
        assertThat(lab.value("fragile")).isEqualTo("1");
        assertThat(lab.shell.restore(lab.shell.history())).isEqualTo(Restored.WHOLE);
        assertThat(lab.value("fragile")).isEqualTo("1");
    }

    @Test
    void aVariableThatWasDeclaredAgainIsTheNewOne() {
        lab.run("var x = Math.random();");
        lab.run("String x = \"\" + Math.random();");
        String before = lab.value("x");
        lab.run("System.exit(0)");
        assertThat(lab.value("x")).isEqualTo(before);
        lab.run("int x = Optional.of(1).map(i -> { System.exit(0); return i; }).get();");
        assertThat(lab.value("x")).isEqualTo("0");
    }

    @Test
    void noCodeOfTheLearnersRunsToKeepAValue() {
        lab.run("var count = new int[1];");
        lab.run(
                "class Mine extends ArrayList<Integer> { public Iterator<Integer> iterator() {"
                        + " count[0]++; return super.iterator(); } public String toString() { count[0]++;"
                        + " return \"mine\"; } }");
        lab.run("var mine = new Mine();");
        lab.run("1 + 1");
        assertThat(lab.value("count[0]")).as("shown once").isEqualTo("1");
    }

    @Test
    void theHistorySaysWhatEachSnippetLeft() {
        lab.run("int a = 1; String b = \"x\"; var o = new Object();");
        lab.run("a++;");
        lab.run("int twice(int n) { return n; }");
        List<Map<String, String>> values =
                lab.shell.history().stream().map(Past::values).collect(Collectors.toList());
        assertThat(values.get(0)).containsExactly(Map.entry("a", "Integer:1:1"));
        assertThat(values.get(1)).containsExactly(Map.entry("b", "String:1:x"));
        assertThat(values.get(2)).containsOnlyKeys("o");
        assertThat(values.get(3)).containsEntry("a", "Integer:1:2").doesNotContainKey("b");
        assertThat(values.get(4)).isEmpty();
    }
}

package dev.rolecall;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The walls of the house: arrows point down only, and each library is touched by its rooms alone.
class WallsTest {
    private static final String ROOT = "dev.rolecall";

    /// From the roof to the ground; `dev.rolecall` itself is above them all. Rooms on one line do
    /// not see each other, unless [#BESIDE] says so.
    private static final List<List<String>> FLOORS =
            List.of(
                    List.of("terminal"),
                    List.of("lab"),
                    List.of("progress"),
                    List.of("check"),
                    List.of("snippet"),
                    List.of("course"),
                    List.of("console"),
                    List.of("cloud"),
                    List.of("localstack"),
                    List.of("guard"),
                    List.of("s3", "sts", "iam"),
                    List.of("wire"),
                    List.of("policy"),
                    List.of("json"),
                    List.of("fault"));

    private static final Map<String, Set<String>> BESIDE =
            Map.of("s3", Set.of("iam"), "sts", Set.of("iam"));

    /// Third-party packages, and the rooms that may touch them.
    private static final Map<String, Set<String>> LIBRARIES =
            Map.ofEntries(
                    Map.entry("picocli..", Set.of("")),
                    Map.entry("org.jline.reader..", Set.of("terminal")),
                    Map.entry("org.jline.terminal..", Set.of("terminal")),
                    Map.entry("org.jline.jansi..", Set.of("console")),
                    Map.entry("org.commonmark.node..", Set.of("terminal", "course")),
                    Map.entry("org.commonmark.parser..", Set.of("course")),
                    Map.entry("org.junit..", Set.of("check")),
                    Map.entry("jdk.jshell..", Set.of("snippet")),
                    Map.entry("com.fasterxml.jackson.dataformat..", Set.of("course")),
                    Map.entry("com.fasterxml.jackson.databind..", Set.of("course", "json")),
                    Map.entry("com.fasterxml.jackson.core..", Set.of("course", "json")),
                    Map.entry("com.sun.net.httpserver..", Set.of("wire")),
                    Map.entry("org.testcontainers..", Set.of("localstack")),
                    Map.entry("com.github.dockerjava..", Set.of("localstack")),
                    Map.entry(
                            "software.amazon.awssdk..",
                            Set.of("wire", "iam", "sts", "s3", "guard", "localstack", "snippet")));

    private static JavaClasses house = new ClassFileImporter().importPackages("none");

    @BeforeAll
    static void walkThroughTheHouse() {
        house =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(ROOT);
        assertThat(house.size()).as("classes that were really looked at").isGreaterThan(300);
    }

    private static List<String> rooms() {
        return FLOORS.stream().flatMap(List::stream).toList();
    }

    private static String roomOf(JavaClass type) {
        String rest = type.getPackageName().substring(ROOT.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.", -1)[0];
    }

    @Test
    void everyClassLivesInARoom() {
        Set<String> seen = house.stream().map(WallsTest::roomOf).collect(Collectors.toSet());
        seen.remove("");
        assertThat(seen).containsExactlyInAnyOrderElementsOf(rooms());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void arrowsPointDownOnly(String room) {
        List<String> forbidden = forbiddenFor(room);
        if (forbidden.isEmpty()) {
            return;
        }
        ArchRule rule =
                noClasses()
                        .that(resideInAPackage(ROOT + "." + room + ".."))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                                forbidden.stream()
                                                        .map(f -> ROOT + "." + f + "..")
                                                        .toArray(String[]::new))
                                        .or(resideInAPackage(ROOT)));
        rule.check(house);
    }

    /// The chambers of `localstack` speak to it through `client`, and do not see one another.
    @ParameterizedTest
    @ValueSource(strings = {"container", "mirror", "s3", "client"})
    void theChambersOfLocalStackSeeTheClientAlone(String chamber) {
        String localStack = ROOT + ".localstack";
        String[] others =
                Stream.of("container", "mirror", "s3", "client")
                        .filter(other -> !other.equals(chamber) && !other.equals("client"))
                        .map(other -> localStack + "." + other + "..")
                        .toArray(String[]::new);
        noClasses()
                .that(resideInAPackage(localStack + "." + chamber + ".."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(others).or(resideInAPackage(localStack)))
                .check(house);
    }

    private static List<String> forbiddenFor(String room) {
        int floor = floorOf(room);
        return Stream.concat(
                        FLOORS.subList(0, floor).stream().flatMap(List::stream),
                        FLOORS.get(floor).stream()
                                .filter(r -> !r.equals(room))
                                .filter(r -> !BESIDE.getOrDefault(room, Set.of()).contains(r)))
                .toList();
    }

    private static int floorOf(String room) {
        for (int i = 0; i < FLOORS.size(); i++) {
            if (FLOORS.get(i).contains(room)) {
                return i;
            }
        }
        throw new IllegalArgumentException(room);
    }

    static List<String> libraries() {
        return LIBRARIES.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryIsTouchedByItsRoomsAlone(String library) {
        Set<String> allowed = LIBRARIES.getOrDefault(library, Set.of());
        String[] packages =
                allowed.stream()
                        .map(room -> room.isEmpty() ? ROOT : ROOT + "." + room + "..")
                        .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .resideOutsideOfPackages(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage(library)
                .check(house);
    }

    /// A client here could reach the real AWS. The learner's JVM has the lab's own surroundings,
    /// and the container's room names the endpoint and the keys of each client that it makes.
    @Test
    void onlyTheLearnersJvmAndTheContainersRoomHaveAwsClients() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".snippet.agent..", ROOT + ".localstack..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("software.amazon.awssdk.services.iam.IamClient")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("software.amazon.awssdk.services.sts.StsClient")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("software.amazon.awssdk.services.s3.S3Client")
                .check(house);
    }

    @Test
    void whatRunsInTheLearnersJvmDragsInNoOtherRoom() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".snippet.agent..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAPackage(ROOT + ".snippet.agent..")
                                .or(
                                        resideInAnyPackage(
                                                "java..",
                                                "jdk..",
                                                "software.amazon..",
                                                "org.jspecify..")))
                .check(house);
    }

    @Test
    void everyRoomHasASignAtItsDoor() {
        for (String room : rooms()) {
            Path sign = Path.of("src/main/java/dev/rolecall", room, "package-info.java");
            assertThat(sign).exists().content().contains("///", "@NullMarked");
        }
    }

    @Test
    void noDrawerIsCalledUtil() {
        List<String> drawers =
                List.of(
                        "util", "utils", "common", "core", "impl", "model", "service", "manager",
                        "helper");
        assertThat(house.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(name ->
                        assertThat(name.split("\\.", -1)).doesNotContainAnyElementsOf(drawers));
    }

    @Test
    void theTableAtTheFrontDoorNamesEveryRoom() throws java.io.IOException {
        String table = Files.readString(Path.of("src/main/java/dev/rolecall/package-info.java"));
        assertThat(rooms()).allSatisfy(room -> assertThat(table).contains("`" + room + "`"));
    }
}

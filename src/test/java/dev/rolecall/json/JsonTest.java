package dev.rolecall.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rolecall.json.JsonValue.JsonArray;
import dev.rolecall.json.JsonValue.JsonObject;
import dev.rolecall.json.JsonValue.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    @Test
    void everyValueKnowsWhereItBegins() {
        String text = "{\n  \"a\": [1, \"x\"]\n}";
        JsonObject object = (JsonObject) Json.parse(text);
        JsonArray array = (JsonArray) object.members().sequencedValues().getFirst();

        assertThat(object.at()).isEqualTo(new JsonValue.Place(1, 1, 0));
        assertThat(array.at()).isEqualTo(new JsonValue.Place(2, 8, 9));
        assertThat(array.elements().get(1))
                .isEqualTo(new JsonString(new JsonValue.Place(2, 12, 13), "x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"a\":1,\"a\":2}` | 1 | 8 | the key `a` is there twice",
                "{} {} | 1 | 4 | there is more text after the JSON value",
                "`` | 1 | 1 | there is no JSON value",
            })
    void aProblemSaysWhatAndWhere(String text, int line, int column, String what) {
        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> Json.parse(text))
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(line);
                    assertThat(problem.column()).isEqualTo(column);
                })
                .withMessageEndingWith(what.replace("``", "`"));
    }

    @Test
    void brokenTextIsAProblemOnItsLine() {
        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> Json.parse("{\n  \"a\": }\n"))
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2))
                .satisfies(problem -> assertThat(problem.what()).doesNotContain("code", "Source"));
    }

    @Test
    void aTextThatEndsEarlyIsAProblemWithoutJacksonsOwnWords() {
        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> Json.parse("[1, "))
                .satisfies(
                        problem -> assertThat(problem.what()).doesNotContain("Source", "marker"));
    }

    @Test
    void bottomlessNestingIsAProblemAndNoOverflow() {
        assertThatExceptionOfType(JsonProblem.class)
                .isThrownBy(() -> Json.parse("[".repeat(100_000)));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        String text = "{\"a\":[1,2.50,true,null,\"\\u0001\\\"\"],\"b\":{}}";

        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
    }

    @Test
    void plainValuesAreWritten() {
        assertThat(Json.write(Map.of("k", List.of(1, Optional.of("x"), Optional.empty()))))
                .isEqualTo("{\"k\":[1,\"x\",null]}");
    }

    @Test
    void prettyOpensTheLevelsAskedForAndKeepsTheRestOnALine() {
        JsonValue value = Json.parse("{\"a\":[{\"b\":{\"c\":[1,2]}}],\"d\":[]}");

        assertThat(Json.pretty(value, 3))
                .isEqualTo(
                        """
                        {
                          "a": [
                            {
                              "b": { "c": [1, 2] }
                            }
                          ],
                          "d": []
                        }\
                        """);
    }

    @Test
    void prettyOpensWhatIsTooLongForALine() {
        JsonValue value =
                Json.parse("{\"a\":[\"" + "x".repeat(50) + "\",\"" + "y".repeat(50) + "\"]}");

        assertThat(Json.pretty(value, 0).lines()).hasSize(6).allMatch(line -> line.length() <= 76);
    }
}

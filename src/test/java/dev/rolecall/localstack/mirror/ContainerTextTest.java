package dev.rolecall.localstack.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.policy.PolicyDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerTextTest {
    @Test
    void numbersAndTruthValuesOfConditionsGetQuotesAndNothingElseChanges() {
        String text =
                """
                {"Statement": [ {"x": 1, "Condition": {"Bool": {"a": true},
                 "NumericEquals": {"b": [ 1.50, "2", false ]}} } ], "y": true}\
                """;
        assertThat(ContainerText.of(PolicyDocument.parse(text)))
                .isEqualTo(
                        """
                        {"Statement": [ {"x": 1, "Condition": {"Bool": {"a": "true"},
                         "NumericEquals": {"b": [ "1.50", "2", "false" ]}} } ], "y": true}\
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"a":1,"b":[1,2]} | { "b" : [1, 2], "a":1 } | true
                    {"a":1}           | {"a":2}                 | false
                    [1,2]             | [2,1]                   | false
                    {"a":null}        | {}                      | false
                    {"a":"1"}         | {"a":1}                 | false
                    not JSON          | not JSON                | true
                    not JSON          | {}                      | false
                    """)
    void documentsAreComparedAsValues(String one, String other, boolean same) {
        assertThat(JsonTexts.same(one, other)).isEqualTo(same);
    }
}

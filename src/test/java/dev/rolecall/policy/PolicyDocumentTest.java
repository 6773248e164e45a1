package dev.rolecall.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rolecall.json.JsonValue;
import org.junit.jupiter.api.Test;

class PolicyDocumentTest {

    @Test
    void documentsAreEqualByTheirText() {
        String text = "{\"Statement\":[]}";

        assertThat(PolicyDocument.parse(text))
                .isEqualTo(PolicyDocument.parse(text))
                .hasSameHashCodeAs(PolicyDocument.parse(text))
                .isNotEqualTo(PolicyDocument.parse(text + " "));
    }

    @Test
    void textThatIsNoJsonIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PolicyDocument.parse("{"));
    }

    /// aws-recorded 30: a statement on one line, from column 41.
    @Test
    void aStatementKnowsWhereItStands() {
        String text =
                "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Sid\": \"}\"},"
                        + "\n {\"Effect\":\"Deny\"}]}";
        PolicyDocument document = PolicyDocument.parse(text);

        assertThat(document.size()).isEqualTo(2);
        assertThat(document.extent(0).first()).isEqualTo(new JsonValue.Place(1, 41, 40));
        assertThat(document.extent(0).last()).isEqualTo(new JsonValue.Place(1, 71, 70));
        assertThat(document.extent(1).first().line()).isEqualTo(2);
        assertThat(text.charAt(document.extent(1).last().offset())).isEqualTo('}');
    }

    @Test
    void whatWasWrittenOverLinesIsReadAsItWasWritten() {
        String text = "{ \"Statement\":\n { \"Effect\": \"Allow\" } }";

        assertThat(PolicyDocument.parse(text).pretty()).isEqualTo(text);
        assertThat(PolicyDocument.parse(text).quote(0))
                .containsExactly(new PolicyDocument.Line(2, " { \"Effect\": \"Allow\" } }"));
    }

    @Test
    void whatIsNoPolicyHasNoStatements() {
        assertThat(PolicyDocument.parse("[]").size()).isZero();
        assertThat(PolicyDocument.parse("{\"Statement\":[1,null]}").size()).isZero();
    }
}

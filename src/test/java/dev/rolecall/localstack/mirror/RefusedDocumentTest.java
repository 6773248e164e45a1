package dev.rolecall.localstack.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.policy.AccessRequest;
import dev.rolecall.policy.AttachedPolicy;
import dev.rolecall.policy.Context;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.PolicyEngine;
import dev.rolecall.policy.PolicyKind;
import dev.rolecall.policy.PolicySet;
import dev.rolecall.policy.Principal;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedDocumentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "5",
                "\"text\"",
                "{\"Statement\":[{}, {\"Effect\":\"Perhaps\"}]}",
                "{ \"Statement\" : {\n \"Effect\": \"Allow\", \"Principal\": \"*\" } }",
                "{\"Effect\":1,\"Effect\":2}",
                "{\"Statement\":[{\"Effect\":\"Allow\"}, 7]}"
            })
    void theTextTheContainerHasIsKept(String text) {
        PolicyDocument refused = RefusedDocument.of(text, "a \"reason\" \\ with quotes");
        assertThat(ContainerText.of(refused)).isEqualTo(text);
        PolicyDocument resumed = PolicyDocument.parse(refused.text());
        assertThat(ContainerText.of(resumed)).isEqualTo(text);
        if (text.contains("\"Allow\"")) {
            assertThat(refused.text()).contains("RefusedByAws");
        }
    }

    @Test
    void itAllowsNothingAndDeniesWhatItDenied() {
        String allow =
                """
                {"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}\
                """;
        PolicyDocument refused = RefusedDocument.of(allow, "why");
        assertThat(allows(PolicyDocument.parse(allow))).isTrue();
        assertThat(allows(refused)).isFalse();
        assertThat(allows(PolicyDocument.parse(refused.text()))).isFalse();
        PolicyDocument deny = RefusedDocument.of(allow.replace("Allow", "Deny"), "why");
        assertThat(allows(PolicyDocument.parse(allow), deny)).isFalse();
    }

    private static boolean allows(PolicyDocument... documents) {
        Principal user = new Principal.User("111122223333", "/", "Test", "AIDATEST");
        return PolicyEngine.evaluate(
                        new AccessRequest(
                                user,
                                "s3:GetObject",
                                "arn:aws:s3:::photos/cat.jpg",
                                "",
                                Context.builder().principal(user).build()),
                        PolicySet.ofIdentity(
                                Arrays.stream(documents)
                                        .map(d ->
                                                new AttachedPolicy(
                                                        PolicyKind.IDENTITY,
                                                        "p",
                                                        Optional.empty(),
                                                        d))
                                        .toList()))
                .allowed();
    }
}

package dev.rolecall.policy;

import java.util.Optional;

/// An operator as a condition names it, such as `ForAnyValue:StringLikeIfExists`.
///
/// @param operator empty if there is no such operator
record OperatorName(Quantifier quantifier, Optional<Operator> operator, boolean ifExists) {
    private static final String ALL = "ForAllValues:";
    private static final String ANY = "ForAnyValue:";
    private static final String IF_EXISTS = "IfExists";

    /// How a condition treats a key with many values ("Multivalued context keys").
    enum Quantifier {
        NONE,
        ALL,
        ANY
    }

    static OperatorName parse(String text) {
        if (text.startsWith(ALL)) {
            return parse(Quantifier.ALL, text.substring(ALL.length()));
        }
        if (text.startsWith(ANY)) {
            return parse(Quantifier.ANY, text.substring(ANY.length()));
        }
        return parse(Quantifier.NONE, text);
    }

    private static OperatorName parse(Quantifier quantifier, String text) {
        boolean ifExists = text.endsWith(IF_EXISTS);
        String name = ifExists ? text.substring(0, text.length() - IF_EXISTS.length()) : text;
        // `Null` takes neither: "You can add IfExists to the end of any condition operator name
        // except the Null condition."
        Optional<Operator> operator =
                Operator.named(name).filter(o -> o != Operator.NULL || !ifExists);
        return new OperatorName(quantifier, operator, ifExists);
    }
}

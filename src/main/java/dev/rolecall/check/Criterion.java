package dev.rolecall.check;

/// One criterion of a step and how it came out.
///
/// @param id the name of the test method: `nobodyElseMay`
/// @param name for people: `nobody else may`
public record Criterion(String id, String name, Verdict verdict) {

    public boolean passed() {
        return verdict instanceof Verdict.Passed;
    }
}

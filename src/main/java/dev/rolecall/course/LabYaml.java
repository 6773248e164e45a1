package dev.rolecall.course;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What `lab.yaml` says, before the other files are looked at.
record LabYaml(
        String title,
        int minutes,
        List<String> accounts,
        Map<String, String> parameters,
        List<StepEntry> steps) {

    /// The file's name.
    static final String NAME = "lab.yaml";

    private static final String DEFAULT_ACCOUNT = "111122223333";

    /// One entry of `steps`.
    record StepEntry(String id, String title, int points, int line) {}

    /// Reads what can be read; all that cannot is among the problems, and the rest of the answer
    /// then holds stand-ins.
    static Optional<LabYaml> read(Path file, String folderName, String text, Problems problems) {
        return YamlReader.read(file, text, problems)
                .map(yaml -> new Fields(file, "", yaml, problems))
                .map(fields -> from(fields, folderName));
    }

    private static LabYaml from(Fields fields, String folderName) {
        fields.only("id", "title", "minutes", "accounts", "parameters", "steps");
        String id = fields.text("id");
        if (!id.isEmpty() && !id.equals(folderName)) {
            fields.problem("id", "must be the folder's name, `" + folderName + "`");
        }
        return new LabYaml(
                fields.text("title"),
                fields.number("minutes", 1, 600),
                accounts(fields),
                parameters(fields),
                steps(fields));
    }

    private static List<String> accounts(Fields fields) {
        if (!fields.has("accounts")) {
            return List.of(DEFAULT_ACCOUNT);
        }
        List<String> accounts = new ArrayList<>();
        Pattern twelveDigits = Pattern.compile("[0-9]{12}");
        for (Fields.Item item : fields.items("accounts")) {
            Optional<String> account = item.text();
            if (account.filter(a -> twelveDigits.matcher(a).matches()).isEmpty()) {
                item.problem("must be 12 digits");
            } else if (accounts.contains(account.get())) {
                item.problem("is here twice");
            } else {
                accounts.add(account.get());
            }
        }
        return accounts;
    }

    private static Map<String, String> parameters(Fields fields) {
        Map<String, String> parameters = new LinkedHashMap<>();
        fields.map("parameters")
                .ifPresent(
                        map -> map.names().forEach(name -> parameters.put(name, map.text(name))));
        return parameters;
    }

    private static List<StepEntry> steps(Fields fields) {
        List<StepEntry> steps = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Pattern word = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        for (Fields.Item item : fields.items("steps")) {
            Optional<Fields> entry = item.map();
            if (entry.isEmpty()) {
                continue;
            }
            Fields step = entry.get();
            step.only("id", "title", "points");
            String id = step.text("id");
            if (!id.isEmpty() && !word.matcher(id).matches()) {
                step.problem("id", "must be lower-case words joined by `-`, not `" + id + "`");
            } else if (!id.isEmpty() && !ids.add(id)) {
                step.problem("id", "is the id of an earlier step: `" + id + "`");
            }
            steps.add(
                    new StepEntry(
                            id, step.text("title"), step.number("points", 0, 1000), step.line()));
        }
        return steps;
    }
}

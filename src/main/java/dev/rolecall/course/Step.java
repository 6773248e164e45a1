package dev.rolecall.course;

import java.nio.file.Path;
import java.util.List;

/// One step of a lab.
///
/// @param number from 1
/// @param id `no-permission-user`: the folder's name without its number
/// @param task what to do, why, what to look at: Markdown
/// @param solution the reference solution, as a learner would type it
/// @param wrong the misconceptions that the lab knows, by name
public record Step(
        int number,
        String id,
        Path folder,
        String title,
        int points,
        String task,
        HintLadder hints,
        Script solution,
        List<Misconception> wrong) {

    public Step {
        wrong = List.copyOf(wrong);
    }

    /// The name of the nested class with this step's criteria: `NoPermissionUser`.
    public String checksName() {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }
}

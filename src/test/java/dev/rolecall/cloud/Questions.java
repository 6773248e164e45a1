package dev.rolecall.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All questions, by what they are about.
final class Questions {
    private Questions() {}

    static Map<String, List<Question>> all() {
        Map<String, List<Question>> all = new LinkedHashMap<>();
        all.put("Who asks", WhoQuestions.all());
        all.put("May they", MayQuestions.all());
        all.put("May they, with a role", RoleQuestions.all());
        all.put("May they, in S3", BucketQuestions.all());
        all.put("Is it well-formed", FormQuestions.all());
        all.put("Sessions", SessionQuestions.all());
        all.put("Tokens without a role", TokenQuestions.all());
        all.put("S3 itself", ObjectQuestions.all());
        return all;
    }
}

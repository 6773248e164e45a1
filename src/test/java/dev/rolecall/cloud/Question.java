package dev.rolecall.cloud;

import java.util.Optional;

/// Something to ask of AWS, of a LocalStack alone, and of the same LocalStack behind the guard.
///
/// @param asked what is asked and by whom, for an instructor
/// @param aws what AWS answers, in the words of [Answer]
/// @param source where that is documented or recorded: a section of aws-truth, or a number of
///   aws-recorded
/// @param unlike why Rolecall does not answer as AWS does, where it does not
/// @param story prepares it, asks, and tells the answer
record Question(String asked, String aws, String source, Optional<String> unlike, Story story) {

    /// Told once on each side.
    @FunctionalInterface
    interface Story {
        String tell(Side side);
    }

    static Question of(String asked, String aws, String source, Story story) {
        return new Question(asked, aws, source, Optional.empty(), story);
    }

    /// One that Rolecall does not answer as AWS does.
    Question unlike(String why) {
        return new Question(asked, aws, source, Optional.of(why), story);
    }
}

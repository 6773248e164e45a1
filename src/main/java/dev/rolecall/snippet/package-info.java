/// The learner's Java, compiled here and run in a JVM of its own.
///
/// [SnippetShell] is the door. It compiles a line with the JDK's own JShell in this JVM and runs it
/// in a child that knows nothing of this machine: an empty environment, a home of the lab's, one
/// endpoint. What became of a line is an [Outcome]; what the line printed arrives at a consumer
/// while it prints.
///
/// What the shell needs from above, the wiring fills: [Wardrobe] (whose keys `as("Test")` wears),
/// [Running] (which snippet the requests belong to) and [Replay] (snippets that run again must be
/// answered from memory).
///
/// What runs inside the child lies in `dev.rolecall.snippet.agent` and sees no other room.
@NullMarked
package dev.rolecall.snippet;

import org.jspecify.annotations.NullMarked;

/// Rolecall teaches AWS STS and IAM by doing: a learner types Java at a prompt, the calls go to a
/// cloud on their own machine that decides as AWS decides, and assertions on that cloud say what is
/// done.
///
/// The rooms, from the roof to the ground. A room may use the rooms below it in this list and none
/// above; `sts` and `s3` may also use `iam`. What a lower room needs from above is an interface
/// that the lower room declares and the wiring fills. `dev.rolecall.WallsTest` holds the arrows and
/// the third column.
///
/// | room | holds | third-party code it alone may touch |
/// |---|---|---|
/// | `dev.rolecall` | the command line and the wiring | picocli |
/// | `terminal` | the lab shell: prompt, completion, a class for each command, Markdown for a width | JLine, commonmark's nodes |
/// | `lab` | a run through a lab (snippets and commands in, events out), and the linter that proves a lab | |
/// | `progress` | what the learner has done: event log, resume | |
/// | `check` | runs a lab's JUnit classes against the world | JUnit |
/// | `snippet` | the learner's Java, in a JVM of its own | `jdk.jshell` |
/// | `course` | lessons and labs as data, every problem with file and line | Jackson YAML, commonmark's parser |
/// | `console` | text for people: theme, width, colour or plain | Jansi |
/// | `cloud` | a place to send AWS calls: embedded, or LocalStack; clock, snapshots | |
/// | `localstack` | a LocalStack container: its life, the mirror of IAM, S3's forward, what differs | Testcontainers, AWS SDK clients |
/// | `guard` | authenticate, authorise, audit: every request passes here | |
/// | `s3`, `sts`, `iam` | the services: SDK request in, SDK response out | AWS SDK model classes (`guard` too) |
/// | `wire` | HTTP, SigV4, awsQuery and restXml in and out, AWS errors as XML | HTTP server, AWS SDK core |
/// | `policy` | ARNs, policy documents, requests, evaluation, the decision and its reasons | |
/// | `json` | JSON text as values that know their line, and saved state | Jackson JSON |
/// | `fault` | `AwsError`, a factory for each; `UserError` | |
///
/// Words: a *session* is an STS session, nothing else; a *shell* is one start of the program; a
/// *run* is one way through a lab; the *world* is the state of the cloud that checks ask.
@NullMarked
package dev.rolecall;

import org.jspecify.annotations.NullMarked;

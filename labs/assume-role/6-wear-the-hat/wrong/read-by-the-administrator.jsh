// fails at: sessionWroteAndRead
// The session wrote it, and somebody else read it.
/as hat
s3.listBuckets()
s3.createBucket(b -> b.bucket("notes-of-test"))
s3.putObject(b -> b.bucket("notes-of-test").key("hello.txt"), RequestBody.fromString("hello"))
/as admin
s3.getObjectAsBytes(b -> b.bucket("notes-of-test").key("hello.txt")).asUtf8String()
as("Test").s3().listBuckets()

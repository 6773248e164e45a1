// fails at: testWasRefusedAgain
// The old refusal was before there was a session: it says nothing of what Test may now.
/as hat
s3.listBuckets()
s3.createBucket(b -> b.bucket("notes-of-test"))
s3.putObject(b -> b.bucket("notes-of-test").key("hello.txt"), RequestBody.fromString("hello"))
s3.getObjectAsBytes(b -> b.bucket("notes-of-test").key("hello.txt")).asUtf8String()

// fails at: sessionWroteAndRead
// Test's own key, and so Test's own permissions: none.
/as hat
s3.listBuckets()
/as Test
s3.createBucket(b -> b.bucket("notes-of-test"))
s3.putObject(b -> b.bucket("notes-of-test").key("hello.txt"), RequestBody.fromString("hello"))
s3.getObjectAsBytes(b -> b.bucket("notes-of-test").key("hello.txt")).asUtf8String()

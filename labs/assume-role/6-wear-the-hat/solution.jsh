// Put the hat on: these clients sign with the session's credentials.
/as hat
s3.listBuckets()
s3.createBucket(b -> b.bucket("notes-of-test"))
s3.putObject(b -> b.bucket("notes-of-test").key("hello.txt"), RequestBody.fromString("hello"))
s3.getObjectAsBytes(b -> b.bucket("notes-of-test").key("hello.txt")).asUtf8String()

// Test itself is who it was, and may what it might: nothing.
as("Test").s3().listBuckets()

// And the hat is for S3 only.
iam.listUsers()

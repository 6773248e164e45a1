// fails at: testHasNoPermission
// Test gets what the role has, and needs no role any more.
/as hat
s3.listBuckets()
s3.createBucket(b -> b.bucket("notes-of-test"))
s3.putObject(b -> b.bucket("notes-of-test").key("hello.txt"), RequestBody.fromString("hello"))
s3.getObjectAsBytes(b -> b.bucket("notes-of-test").key("hello.txt")).asUtf8String()
as("Test").s3().listBuckets()
/as admin
iam.attachUserPolicy(b -> b.userName("Test").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"))

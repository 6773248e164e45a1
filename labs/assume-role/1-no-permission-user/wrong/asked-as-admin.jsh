// fails at: testAskedAndWasRefused
// The client `s3` acts as whoever the prompt shows: the administrator.
iam.createUser(b -> b.userName("Test"))
iam.createAccessKey(b -> b.userName("Test"))
s3.listBuckets()

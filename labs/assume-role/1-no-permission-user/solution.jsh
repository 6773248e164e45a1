// A user is a name: it has no password, no key and no permission.
iam.createUser(b -> b.userName("Test"))

// With an access key it can sign requests, so AWS knows who asks.
iam.createAccessKey(b -> b.userName("Test"))

// Test asks. AWS knows the key, finds no policy that says yes, and refuses.
as("Test").s3().listBuckets()
/why

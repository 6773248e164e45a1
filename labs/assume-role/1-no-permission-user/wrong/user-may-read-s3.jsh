// fails at: testAskedAndWasRefused
// A user who may list buckets is not refused.
iam.createUser(b -> b.userName("Test"))
iam.attachUserPolicy(b -> b.userName("Test").policyArn("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"))
iam.createAccessKey(b -> b.userName("Test"))
as("Test").s3().listBuckets()

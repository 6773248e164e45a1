// fails at: testAskedAndWasRefused
// Refused once, allowed now: the user has a permission after all.
iam.createUser(b -> b.userName("Test"))
iam.createAccessKey(b -> b.userName("Test"))
as("Test").s3().listBuckets()
iam.attachUserPolicy(b -> b.userName("Test").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"))

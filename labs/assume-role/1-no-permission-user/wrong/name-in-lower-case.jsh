// fails at: testExists
// Names in ARNs are told apart by case: user/test is not user/Test.
iam.createUser(b -> b.userName("test"))
iam.createAccessKey(b -> b.userName("test"))
as("test").s3().listBuckets()

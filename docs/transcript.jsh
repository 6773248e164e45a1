var test = iam.createUser(b -> b.userName("Test")).user();
var key = iam.createAccessKey(b -> b.userName("Test")).accessKey();
as("Test").s3().listBuckets()
/why
/next
/check

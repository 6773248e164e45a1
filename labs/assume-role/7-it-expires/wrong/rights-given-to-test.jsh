// fails at: testHasNoPermission
// With a lasting permission nothing ends any more.
/as hat
/clock +61m
s3.listBuckets()
var again = as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("example-role-2"));
/as again
s3.listBuckets()
/as admin
iam.attachUserPolicy(b -> b.userName("Test").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"))

// fails at: sessionExpired
// After half an hour the session still works.
/as hat
/clock +30m
s3.listBuckets()
var again = as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("example-role-2"));
/as again
s3.listBuckets()

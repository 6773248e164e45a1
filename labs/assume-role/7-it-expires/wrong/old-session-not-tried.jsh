// fails at: sessionExpired
// A new session works, but nobody saw the old one end.
/clock +61m
var again = as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("example-role-2"));
/as again
s3.listBuckets()

// fails at: sessionExpired
// That it is refused now shows its end only if it worked before.
var unused = as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("unused"));
/clock +61m
/as unused
s3.listBuckets()
var again = as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("example-role-2"));
/as again
s3.listBuckets()

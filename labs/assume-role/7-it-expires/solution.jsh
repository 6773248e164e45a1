// The session that worked a moment ago, an hour and a minute later.
/as hat
/clock +61m
s3.listBuckets()

// Test's own key does not end, so Test can ask again.
var again = as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("example-role-2"));
/as again
s3.listBuckets()

// The same call as before. The trust policy names Test now, so STS answers.
var hat = as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("example-role"));

// A key, its secret, the token that goes with them, and when they end.
hat.credentials()
hat.assumedRoleUser().arn()

// With these credentials you are a session of the role.
/as hat
sts.getCallerIdentity().arn()

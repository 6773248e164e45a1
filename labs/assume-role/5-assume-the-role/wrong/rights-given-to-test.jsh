// fails at: testHasNoPermission
// A session has the role's permissions. What Test itself gets makes Test stronger, not the session.
iam.attachUserPolicy(b -> b.userName("Test").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"))
var hat = as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("example-role"));
/as hat
sts.getCallerIdentity().arn()

// fails at: sessionWasUsed
// Test asks who it is with its own key, and is told that it is Test.
var hat = as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("example-role"));
as("Test").sts().getCallerIdentity().arn()

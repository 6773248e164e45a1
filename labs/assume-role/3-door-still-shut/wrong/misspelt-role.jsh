// fails at: testAskedAndWasRefused
// The same refusal, for another reason: there is no such role.
as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-fullaccess").roleSessionName("first-try"))

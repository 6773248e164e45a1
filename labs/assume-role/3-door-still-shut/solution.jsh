// Test asks for the role. The answer is no, and AWS does not say why.
as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("first-try"))

// The trust policy leaves it to the account's policies, and Test has none.
/why

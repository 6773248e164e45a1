// fails at: testAskedAndWasRefused
// The administrator gets in: AdministratorAccess allows sts:AssumeRole, and the trust policy leaves it to that.
sts.assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("first-try"))

// fails at: testAssumedTheRole
// The administrator may do everything, but the trust policy does not name the administrator.
var hat = sts.assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("example-role"));

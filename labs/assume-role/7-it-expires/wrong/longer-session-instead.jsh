// fails at: newSessionWorks
// A longer session ends later. It began before the other one ended, so nothing was assumed again.
/as admin
iam.updateRole(b -> b.roleName("account-s3-full-access").maxSessionDuration(7200))
var longer = as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("longer").durationSeconds(7200));
/as hat
/clock +61m
s3.listBuckets()
/as longer
s3.listBuckets()

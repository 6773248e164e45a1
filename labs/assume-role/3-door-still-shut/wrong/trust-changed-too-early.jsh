// fails at: trustLeavesItToTheAccount
// This shuts the account out, so Test is refused for quite another reason.
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
      ]
    }
    """;
iam.updateAssumeRolePolicy(b -> b.roleName("account-s3-full-access").policyDocument(trust))
as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("first-try"))

// fails at: trustsTheAccount
// The console's first choice, "AWS service", trusts a machine and no account.
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" }
      ]
    }
    """;
iam.createRole(b -> b.roleName("account-s3-full-access").assumeRolePolicyDocument(trust))
iam.attachRolePolicy(b -> b.roleName("account-s3-full-access").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"))

// fails at: trustsTheAccount
// "*" lets everybody of the account in at once, and every other account that allows it to its own.
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole" }
      ]
    }
    """;
iam.createRole(b -> b.roleName("account-s3-full-access").assumeRolePolicyDocument(trust))
iam.attachRolePolicy(b -> b.roleName("account-s3-full-access").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"))

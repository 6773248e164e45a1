// fails at: roleExists
// A role with another name is another role.
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole" }
      ]
    }
    """;
iam.createRole(b -> b.roleName("s3-full-access").assumeRolePolicyDocument(trust))
iam.attachRolePolicy(b -> b.roleName("s3-full-access").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"))

// fails at: testMay
// Another user's ARN lets another user in.
iam.createUser(b -> b.userName("Tess"))
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/Tess" }, "Action": "sts:AssumeRole" }
      ]
    }
    """;
iam.updateAssumeRolePolicy(b -> b.roleName("account-s3-full-access").policyDocument(trust))

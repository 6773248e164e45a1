// fails at: nobodyElseMay
// "*" is everybody.
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "sts:AssumeRole" }
      ]
    }
    """;
iam.updateAssumeRolePolicy(b -> b.roleName("account-s3-full-access").policyDocument(trust))

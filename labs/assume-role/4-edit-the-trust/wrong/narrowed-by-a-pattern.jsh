// fails at: nobodyElseMay
// A pattern lets in every name that fits it: Tester, Test2.
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": { "AWS": "*" },
          "Action": "sts:AssumeRole",
          "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:user/Test*" } }
        }
      ]
    }
    """;
iam.updateAssumeRolePolicy(b -> b.roleName("account-s3-full-access").policyDocument(trust))

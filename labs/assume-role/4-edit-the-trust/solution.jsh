// The principal is the user itself. In one account this is all that Test needs.
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": { "AWS": "arn:aws:iam::111122223333:user/Test" },
          "Action": "sts:AssumeRole",
          "Condition": {}
        }
      ]
    }
    """;
iam.updateAssumeRolePolicy(b -> b.roleName("account-s3-full-access").policyDocument(trust))

// AWS keeps Test's unique id, and shows the ARN.
URLDecoder.decode(iam.getRole(b -> b.roleName("account-s3-full-access")).role().assumeRolePolicyDocument(), StandardCharsets.UTF_8)

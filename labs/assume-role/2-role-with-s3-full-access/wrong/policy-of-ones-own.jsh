// fails at: hasS3FullAccess
// A policy of one's own that allows s3:* is not the policy that AWS manages.
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole" }
      ]
    }
    """;
iam.createRole(b -> b.roleName("account-s3-full-access").assumeRolePolicyDocument(trust))
var permissions = """
    {
      "Version": "2012-10-17",
      "Statement": [ { "Effect": "Allow", "Action": "s3:*", "Resource": "*" } ]
    }
    """;
iam.putRolePolicy(b -> b.roleName("account-s3-full-access").policyName("AmazonS3FullAccess").policyDocument(permissions))

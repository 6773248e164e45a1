// fails at: testHasNoPermission
// The trust policy alone is enough. A permission of its own is what Test shall not have.
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/Test" }, "Action": "sts:AssumeRole" }
      ]
    }
    """;
iam.updateAssumeRolePolicy(b -> b.roleName("account-s3-full-access").policyDocument(trust))
var permission = """
    {
      "Version": "2012-10-17",
      "Statement": [ { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*" } ]
    }
    """;
iam.putUserPolicy(b -> b.userName("Test").policyName("assume").policyDocument(permission))

// fails at: sessionMayUseS3Only
// Permissions add up: whatever else is attached, a session may too.
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole" }
      ]
    }
    """;
iam.createRole(b -> b.roleName("account-s3-full-access").assumeRolePolicyDocument(trust))
iam.attachRolePolicy(b -> b.roleName("account-s3-full-access").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"))
iam.attachRolePolicy(b -> b.roleName("account-s3-full-access").policyArn("arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"))

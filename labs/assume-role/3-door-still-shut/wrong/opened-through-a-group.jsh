// fails at: testHasNoPermission
// What a group may, its members may: a permission through a group is one all the same.
as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("first-try"))
var permission = """
    {
      "Version": "2012-10-17",
      "Statement": [ { "Effect": "Allow", "Action": "sts:*", "Resource": "*" } ]
    }
    """;
iam.createGroup(b -> b.groupName("assumers"))
iam.putGroupPolicy(b -> b.groupName("assumers").policyName("assume").policyDocument(permission))
iam.addUserToGroup(b -> b.groupName("assumers").userName("Test"))

// Who may become the role: whoever the account's own policies let.
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
          "Action": "sts:AssumeRole",
          "Condition": {}
        }
      ]
    }
    """;
iam.createRole(b -> b.roleName("account-s3-full-access").assumeRolePolicyDocument(trust))

// What whoever became it may do: all of S3, and nothing else.
iam.attachRolePolicy(b -> b.roleName("account-s3-full-access").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"))

// AWS's own document. It arrives percent-encoded.
var version = iam.getPolicyVersion(b -> b.policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess").versionId("v2")).policyVersion();
URLDecoder.decode(version.document(), StandardCharsets.UTF_8)

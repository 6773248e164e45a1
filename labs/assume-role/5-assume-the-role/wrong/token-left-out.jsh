// fails at: sessionWasUsed
// Key and secret alone are not enough: the token goes with every request.
var hat = as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("example-role"));
var half = software.amazon.awssdk.auth.credentials.AwsBasicCredentials.create(hat.credentials().accessKeyId(), hat.credentials().secretAccessKey());
var client = software.amazon.awssdk.services.sts.StsClient.builder().credentialsProvider(software.amazon.awssdk.auth.credentials.StaticCredentialsProvider.create(half)).build();
client.getCallerIdentity()

// fails at: testHasActiveKey
// An inactive key proves nothing: AWS does not get as far as the policies.
iam.createUser(b -> b.userName("Test"))
var key = iam.createAccessKey(b -> b.userName("Test")).accessKey();
iam.updateAccessKey(b -> b.userName("Test").accessKeyId(key.accessKeyId()).status("Inactive"))

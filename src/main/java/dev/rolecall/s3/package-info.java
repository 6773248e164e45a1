/// S3: buckets and objects.
///
/// [S3] is the way in, and has two forms. [EmbeddedS3] is all here. [ForwardedS3] leaves buckets
/// and objects to a container, plays each request here first, with the code of the other form, and
/// sends on what was not refused.
///
/// The embedded form's actions are grouped in small classes ([BucketActions], [ObjectReads],
/// [Uploads], …), whose public methods are AWS's operations. [S3State] is all there is at one
/// moment, an immutable value; `Store` holds the present one and changes it under one lock, and
/// `Bodies` keeps the bytes, in files named by what is in them. An action checks what it can, takes
/// a body in if there is one, and then makes its change in one step, in which it looks at the
/// bucket again: what the request's conditions say holds for the very state that is changed.
@NullMarked
package dev.rolecall.s3;

import org.jspecify.annotations.NullMarked;

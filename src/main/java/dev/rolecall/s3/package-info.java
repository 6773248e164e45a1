/// S3: buckets and objects; the index in memory, the bytes in files.
@NullMarked
package dev.rolecall.s3;

import org.jspecify.annotations.NullMarked;

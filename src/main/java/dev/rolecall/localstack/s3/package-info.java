/// S3 as a LocalStack keeps it: requests are carried out there, bodies are streamed, and where it
/// differs from AWS a row says so.
@NullMarked
package dev.rolecall.localstack.s3;

import org.jspecify.annotations.NullMarked;

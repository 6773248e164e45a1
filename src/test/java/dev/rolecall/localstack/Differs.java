package dev.rolecall.localstack;

import dev.rolecall.localstack.s3.S3Difference;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A story that ends otherwise on LocalStack: it fails there, and its failure tells what the row
/// says of LocalStack. Where it does not, the row is wrong.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Differs {
    S3Difference value();

    /// What the failure tells.
    String seen();

    /// For a story that is told several times: the arguments for which it differs, as its display
    /// name shows them; all if empty.
    String[] only() default {};
}

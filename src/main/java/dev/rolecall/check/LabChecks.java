package dev.rolecall.check;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Marks a lab's check class. It has one `@Nested` class for each step, named after the step
/// (`no-permission-user` is `NoPermissionUser`), and in that one `@Test` for each criterion, with
/// `@Order` and `@DisplayName`; the method's name is the criterion's id. A test method may ask for
/// a [World].
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WorldResolver.class)
public @interface LabChecks {}

package io.consentry.consent.recordattempt;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The request opts the practice in the path parameter {@code ods} out at once: whoever does not work there is refused
 * before the body is read, and recorded.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface StopsMessages {}

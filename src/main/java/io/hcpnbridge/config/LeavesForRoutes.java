package io.hcpnbridge.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The exchange properties that a bean leaves for the choices of routes. A start refuses routes that read a property that nobody
 * leaves and no route sets: a misspelt one would be null, and its record would go another way.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LeavesForRoutes {
    /** Names, each described in routes/README.md. */
    String[] value();
}

package io.hcpnbridge.law;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which other packages of the adapter a package uses, each by its name below {@code io.hcpnbridge}: these and no others. The build
 * compares it with what the classes of the package really use.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.CLASS)
public @interface Knows {
    String[] value() default {};
}

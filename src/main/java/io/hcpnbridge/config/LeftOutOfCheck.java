package io.hcpnbridge.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** A part that turns to the outside by itself as soon as it is made: not made where the adapter only checks itself ({@code bridge.check}). */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ConditionalOnProperty(name = "bridge.check", havingValue = "false", matchIfMissing = true)
public @interface LeftOutOfCheck {}

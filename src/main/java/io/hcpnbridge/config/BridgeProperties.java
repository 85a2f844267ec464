package io.hcpnbridge.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the adapter is made of ({@code bridge.*}).
 *
 * @param check whether it only says whether it is fit to start
 * @param mappings locations of mappings, separated by commas
 * @param routes patterns of files with routes, separated by commas
 */
@ConfigurationProperties("bridge")
public record BridgeProperties(
        @DefaultValue("false") boolean check,
        @DefaultValue("classpath:mappings/") String mappings,
        @DefaultValue("classpath:routes/*.camel.yaml") String routes) {}

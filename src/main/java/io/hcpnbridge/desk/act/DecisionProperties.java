package io.hcpnbridge.desk.act;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people decide ({@code decisions.*}).
 *
 * @param twoPersons whether a doubt is decided only when a second administrator has said the same as the first
 */
@ConfigurationProperties("decisions")
public record DecisionProperties(@DefaultValue("false") boolean twoPersons) {}

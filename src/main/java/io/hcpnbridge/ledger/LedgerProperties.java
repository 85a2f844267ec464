package io.hcpnbridge.ledger;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The ledger's database, beyond {@code spring.datasource.*} ({@code ledger.*}).
 *
 * @param passwordFile a file with its password, instead of {@code spring.datasource.password}
 */
@ConfigurationProperties("ledger")
public record LedgerProperties(Path passwordFile) {}

package io.hcpnbridge.partner.settings;

import io.hcpnbridge.secret.Secret;

/**
 * Access key, secret key and, for temporary keys, the security token.
 *
 * @param securityToken null for permanent keys
 */
public record Keys(Secret accessKey, Secret secretKey, Secret securityToken) {}

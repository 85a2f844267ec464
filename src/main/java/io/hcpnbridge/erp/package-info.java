/** The ERP's SFTP server: how it is reached and which file names are let in. */
@Knows({"config", "secret", "text"})
package io.hcpnbridge.erp;

import io.hcpnbridge.law.Knows;

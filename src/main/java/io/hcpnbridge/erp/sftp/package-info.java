/**
 * Connections to the ERP's SFTP server: one looks, few work, one delivers; logged in by camel-ftp. What is wrong with the server or a
 * folder is said once, and to health.
 */
@Knows("erp")
package io.hcpnbridge.erp.sftp;

import io.hcpnbridge.law.Knows;

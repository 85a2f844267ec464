/** The ERP's SFTP server: how it is reached and which file names are let in. Knows {@code config}. */
package io.hcpnbridge.erp;

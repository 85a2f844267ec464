/** The ERP's SFTP server: how it is reached and which file names are let in. Knows {@code config} and {@code secret}. */
package io.hcpnbridge.erp;

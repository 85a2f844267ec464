/** The ERP's SFTP server: how it is reached and which file names are let in. Knows no other part. */
package io.hcpnbridge.erp;

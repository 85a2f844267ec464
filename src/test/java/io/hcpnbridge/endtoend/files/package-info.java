/** The file side, end to end: what an ERP may drop, what it hears, and what survives. Real SFTP, real PostgreSQL, stand-in partner. */
package io.hcpnbridge.endtoend.files;

/**
 * The ERP's folders: who looks into them, which files are complete, whose each file is, and where it goes in the end. A file is
 * renamed into {@code .taking} first, under a name that nothing else has, and only then read.
 */
@Knows({"erp", "erp.sftp", "ledger", "replica", "stop", "text"})
package io.hcpnbridge.intake.folder;

import io.hcpnbridge.law.Knows;

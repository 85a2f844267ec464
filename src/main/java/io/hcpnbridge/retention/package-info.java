/**
 * What is deleted by age, and how: in the ledger and in the ERP's folders {@code .done}. How long each kind is kept is said by settings,
 * what may be deleted at all by the ledger.
 */
@Knows({"config", "erp.sftp", "intake.folder", "ledger", "stop"})
package io.hcpnbridge.retention;

import io.hcpnbridge.law.Knows;

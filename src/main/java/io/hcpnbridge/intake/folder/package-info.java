/**
 * The ERP's folders: who looks into them, which files are complete, whose each file is, and where it goes in the end. A file is
 * renamed into {@code .taking} first, under a name that nothing else has, and only then read. Knows {@code erp},
 * {@code ledger}, {@code mapping}, {@code replica} and {@code stop}.
 */
package io.hcpnbridge.intake.folder;

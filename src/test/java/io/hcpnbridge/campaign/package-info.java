/**
 * A campaign against the whole adapter: while an ERP hands in renewals and questions, the adapter's processes are killed, stopped and
 * frozen, and the database breaks down, at random and at named moments; then it is counted what was lost, bought twice, left without an
 * answer or in doubt without a reason. Knows the adapter from outside only: files, messages, partner API, ledger tables, log.
 */
package io.hcpnbridge.campaign;

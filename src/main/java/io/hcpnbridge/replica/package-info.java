/**
 * This process among those that work on the same ledger: its name there, its lease and the heartbeat that prolongs it.
 *
 * <p>Decided, and why:
 * <ul>
 * <li>A process has the lease, not each record: a beat every second ({@code work.heartbeat}) says that it lives, whatever its
 *     workers wait for, on a connection and a thread that no work can keep busy. So a process that lives loses no claim, and
 *     whatever a dead one had not sent is due again within seconds ({@code work.lease}), not after two time-outs of the partner.
 * <li>Whatever a process holds besides (folders it looks into, files it has claimed, answers and events it delivers) names it too, and
 *     is free with its lease.
 * <li>A claim names process and epoch. No other process gets that name, so a successor that calls itself the same fences nobody by
 *     mistake and waits for the lease like everybody else.
 * <li>A write on its way is not in doubt because of a silence: only when its call can no longer be under way (its
 *     {@code claimed_until}, far beyond the longest call) and nobody has written its outcome. Until then who has opened it may close
 *     it, even if his lease had lapsed meanwhile: the number of the claim is the fence.
 * <li>A lease that lapsed begins anew with the next beat. Nothing can be announced meanwhile, and what was announced long ago is not
 *     sent any more: a process that was stopped and goes on (SIGSTOP, a paused machine) sends nothing that others may have taken.
 * <li>Who has himself not been heard of for a while (the database was away, or he has just started) calls nobody dead before all
 *     others had the time for some beats.
 * <li>What a living process can no longer write the end of, because the database was away for too long, runs out by its own
 *     {@code claimed_until}: only claims in hand are prolonged. The version before, which knows no leases of processes, sees
 *     nothing but this time.
 * </ul>
 */
@Knows({"config", "ledger", "text"})
package io.hcpnbridge.replica;

import io.hcpnbridge.law.Knows;

/**
 * Who lives: each route that begins by itself (with {@code timer:}, {@code pulse:} or {@code quartz:}) tells of its turns, without a line in the route.
 * A route that an operator has stopped is held, and one that never started is not there.
 *
 * <p>Overdue is a route whose turn does not begin though it is due, whose turn makes no progress, or whose turns all fail. All three
 * are told by health ({@code housekeeping}) and by one line of the log; liveness says no only to what a restart mends: a turn that
 * does not begin or does not go on for longer than {@code housekeeping.restart-after}. A turn that fails has ended, and fails in a new
 * process as well.
 *
 * <p>Progress is what the turn's thread does: one that computes, reads or writes uses the processor, one that waits for an answer that
 * does not come uses none. So a million lines take as long as they take.
 */
@Knows({"config", "pulse", "stop"})
package io.hcpnbridge.housekeeping;

import io.hcpnbridge.law.Knows;

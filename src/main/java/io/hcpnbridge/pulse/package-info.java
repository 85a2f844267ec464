/**
 * The Camel component {@code pulse}: a route that begins with {@code pulse:name} has its turns now and then, like one that begins with a
 * timer, and at once whenever another route of this process sends to {@code pulse:name}. So nobody waits for the next look of a step
 * that this process has just made work for, and what nobody has told of is found all the same.
 */
@Knows
package io.hcpnbridge.pulse;

import io.hcpnbridge.law.Knows;

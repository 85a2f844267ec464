/**
 * What an answer, or the lack of one, means: success, refusal, throttled, unauthenticated, unreachable, failed, or in doubt: a write that
 * may have been placed. Calls nobody; tells the kept credentials which of them is worn out.
 *
 * <table>
 * <caption>Rules (orders API, envelope; traps of both generations)</caption>
 * <tr><th>answer</th><th>verdict</th><th>outcome of a write</th></tr>
 * <tr><td>old: 200, CBC.0000, payload member not null; bare: 200 and no error_code</td><td>success</td><td>placed</td></tr>
 * <tr><td>new: 2xx, payload member not null if one is required</td><td>success</td><td>placed</td></tr>
 * <tr><td>2xx, payload member null or missing (BRIDGE.NO_PAYLOAD)</td><td>failed; a write: in doubt</td><td>unknown</td></tr>
 * <tr><td>2xx, not JSON, in characters that are not certain, no error_code where there must be one (BRIDGE.MALFORMED_RESPONSE)</td>
 *     <td>failed; a write: in doubt</td><td>unknown</td></tr>
 * <tr><td>any status with a code that the request names as known (such as CBC.99000050)</td>
 *     <td>refused: the mapping says what it means</td><td>as the mapping says</td></tr>
 * <tr><td>2xx or 4xx with a partner's code</td><td>refused</td><td>not placed</td></tr>
 * <tr><td>CBC.0999 with any status, 5xx, 3xx, 408</td><td>failed; a write: in doubt</td><td>unknown</td></tr>
 * <tr><td>429, APIGW.0308, APIG.0308, CBC.0250</td><td>throttled</td><td>not placed</td></tr>
 * <tr><td>not asked: the quota is taken for a while (BRIDGE.QUOTA_TAKEN), the adapter stood still (BRIDGE.STOOD_STILL), the ledger is out
 *     of reach (BRIDGE.LEDGER_AWAY)</td><td>throttled</td><td>not placed</td></tr>
 * <tr><td>401, APIGW.0301/0303/0304/0305/0307, CBC.0154</td><td>unauthenticated</td><td>not placed</td></tr>
 * <tr><td>other 4xx: a gateway's code (APIGW.0101: endpoint retired or wrong host), or none</td>
 *     <td>failed</td><td>not placed</td></tr>
 * <tr><td>no keys configured (BRIDGE.NO_CREDENTIAL)</td><td>refused</td><td>not placed</td></tr>
 * <tr><td>no connection, no TLS</td><td>unreachable</td><td>not placed</td></tr>
 * <tr><td>connection lost, time limit, size limit after sending</td><td>failed; a write: in doubt</td><td>unknown</td></tr>
 * </table>
 *
 * <table>
 * <caption>IAM, before a call in a customer's name (authentication, section 5); the call itself is never placed</caption>
 * <tr><th>answer</th><th>verdict</th></tr>
 * <tr><td>2xx with {@code credential} or {@code token}</td><td>success: the call is made</td></tr>
 * <tr><td>2xx without it, 3xx, 408, 5xx, no answer</td><td>failed: tried again like the call itself</td></tr>
 * <tr><td>429</td><td>throttled</td></tr>
 * <tr><td>401; 403 when the partner asks for its own token (a locked or forbidden user)</td>
 *     <td>unauthenticated: the partner's own credential rests for all customers of the tenant</td></tr>
 * <tr><td>403 when the partner asks to act for a customer, 404 about its agency (BRIDGE.NOT_AUTHORISED)</td><td>refused</td></tr>
 * <tr><td>any other 404 of that (BRIDGE.UNKNOWN_CUSTOMER)</td><td>refused</td></tr>
 * <tr><td>400 of that (IAM.400, such as a customer id that is none)</td><td>refused</td></tr>
 * <tr><td>any other 4xx</td><td>failed</td></tr>
 * </table>
 */
@Knows({"config", "json", "partner", "partner.call", "partner.credential", "partner.diagnosis", "text"})
package io.hcpnbridge.partner.judgement;

import io.hcpnbridge.law.Knows;

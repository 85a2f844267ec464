/**
 * The vocabulary of a call to the partner API: the request that a mapping asks for, and who asks. Knows {@code json} only;
 * the packages below it (settings, credential, signing, call, judgement) know it.
 */
package io.hcpnbridge.partner;

/** Exact JSON: numbers as written, nothing guessed. Knows no other package. */
package io.hcpnbridge.json;

/**
 * The files of {@code routes/}: which of several places each comes from, what can be said about them before anything is
 * started, and how Camel gets them. Knows {@code json} and {@code config}.
 */
package io.hcpnbridge.route;

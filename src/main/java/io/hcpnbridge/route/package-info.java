/**
 * The files of {@code routes/}: which of several places each comes from, what can be said about them before anything is
 * started, and how Camel gets them; and the routes that templates make of every interface, so that none needs a line there.
 */
@Knows({"config", "mapping", "mapping.definition", "text"})
package io.hcpnbridge.route;

import io.hcpnbridge.law.Knows;

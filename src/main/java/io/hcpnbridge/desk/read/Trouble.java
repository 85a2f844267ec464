package io.hcpnbridge.desk.read;

import io.hcpnbridge.text.Words;

/**
 * Something that is not well.
 *
 * @param page where it is told in full; null: nowhere at the desk
 */
public record Trouble(Words what, String page) {}

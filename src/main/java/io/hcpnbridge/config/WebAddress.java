package io.hcpnbridge.config;

import java.util.regex.Pattern;

/** Addresses that browsers are sent to, with what goes there: in the open only within this machine. */
public final class WebAddress {
    private static final String SERVER = "https://[^/?#@\\s]+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?";

    /** A server, without a path. */
    public static final Pattern ORIGIN = Pattern.compile(SERVER);

    /** A server, or a path on it. */
    public static final Pattern BASE = Pattern.compile("(" + SERVER + ")(/[^?#\\s]*)?");

    /** Any page of a server. */
    public static final Pattern PAGE = Pattern.compile("(" + SERVER + ")(/\\S*)?");

    private WebAddress() {}
}

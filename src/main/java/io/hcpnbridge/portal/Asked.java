package io.hcpnbridge.portal;

import java.util.Optional;

/**
 * What a browser, or the partner, asks for.
 *
 * @param tenant of the address; null where there is none
 * @param last part of the address's path
 * @param query of the address, or the form that was posted, not decoded; null if there is none
 * @param session that the browser shows; empty if it shows none
 * @param chinese whether it is to be answered in Chinese, else in English
 */
record Asked(String tenant, String last, String query, Optional<Token> session, boolean chinese) {
    @Override
    public String toString() {
        return "Asked[" + tenant + "]";
    }
}

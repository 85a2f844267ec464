package io.hcpnbridge.exchange;

/** Whether it went to the partner or came from it. */
enum Way {
    SENT,
    RECEIVED
}

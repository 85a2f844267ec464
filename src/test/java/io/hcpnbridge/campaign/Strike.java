package io.hcpnbridge.campaign;

/** A blow that is planned. */
record Strike(Blow blow, Moment moment) {}

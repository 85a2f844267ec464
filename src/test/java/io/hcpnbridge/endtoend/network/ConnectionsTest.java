package io.hcpnbridge.endtoend.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.hcpnbridge.rehearsal.Connections;
import io.hcpnbridge.rehearsal.Neighbour;
import io.hcpnbridge.rehearsal.NeighbourRun;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With everything configured, the adapter talks to those whom the configuration names and to nobody else. */
@Tag("slow")
@Tag("processes")
class ConnectionsTest {
    @Test
    void whatIsMeasuredWithSeesSocketsOfEveryKind() throws IOException {
        var here = InetAddress.getLoopbackAddress();
        var pid = ProcessHandle.current().pid();
        try (var server = new ServerSocket(0, 1, here);
                var client = new Socket(here, server.getLocalPort());
                var datagrams = new DatagramSocket(0, here)) {
            var seen = Connections.of(pid);

            assertThat(seen.listening()).contains(server.getLocalPort());
            assertThat(seen.opened())
                    .contains(new InetSocketAddress(here, server.getLocalPort()))
                    .doesNotContain(new InetSocketAddress(here, client.getLocalPort()));
            assertThat(seen.datagrams()).contains(new InetSocketAddress(here, datagrams.getLocalPort()));
        }
    }

    @Test
    void itOpensConnectionsToItsFiveNeighboursOnlyAndListensAtItsTwoPorts() {
        var run = NeighbourRun.observe();

        assertThat(run.neighbours())
                .as("all but those that must be switched on")
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(Neighbour.IDENTITY_PROVIDER, Neighbour.COLLECTOR)));
        assertThat(run.strangers()).isEmpty();
        assertThat(run.datagrams()).isEmpty();
        assertThat(run.listening()).containsExactlyInAnyOrderElementsOf(run.ports());
    }
}

package io.hcpnbridge.erp.sftp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of a file as it comes from the server: what breaks in its middle is the connection. */
final class ReceivedContent extends FilterInputStream {
    ReceivedContent(InputStream content) {
        super(content);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return super.read(bytes, from, length);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static ServerTrouble broken(IOException e) {
        return new ServerTrouble("the connection broke", e);
    }
}

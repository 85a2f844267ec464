package io.hcpnbridge.erp.sftp;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is wrong with the SFTP server and its folders now: said once when it begins, once when it ends, and to health. */
@Component
public class SftpTroubles {
    private static final Logger LOG = LoggerFactory.getLogger(SftpTroubles.class);
    private static final String SERVER = "server";

    private final Map<String, String> folders = new ConcurrentHashMap<>();
    private final Map<String, String> server = new ConcurrentHashMap<>();

    /** Something is wrong with a folder. */
    public void noteFolder(String folder, String sentence) {
        if (!sentence.equals(folders.put(folder, sentence))) {
            LOG.error("The folder {}: {}", folder, sentence);
        }
    }

    /** Nothing is wrong with the folder any more. */
    public void clearFolder(String folder) {
        if (folders.remove(folder) != null) {
            LOG.info("The folder {}: in order again", folder);
        }
    }

    void noteServer(String sentence) {
        if (!sentence.equals(server.put(SERVER, sentence))) {
            LOG.error("The ERP's SFTP server: {}", sentence);
        }
    }

    void clearServer() {
        if (server.remove(SERVER) != null) {
            LOG.info("The ERP's SFTP server: in order again");
        }
    }

    /** What is wrong with folders, by folder. */
    public SortedMap<String, String> folders() {
        return new TreeMap<>(folders);
    }

    /** What is wrong with the server. */
    public Optional<String> server() {
        return Optional.ofNullable(server.get(SERVER));
    }
}

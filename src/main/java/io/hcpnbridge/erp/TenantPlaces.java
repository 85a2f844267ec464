package io.hcpnbridge.erp;

import io.hcpnbridge.config.Faults;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * What is one tenant's own ({@code erp.tenants.<name>.*}): no other may be named there, and answers to the tenant go nowhere else.
 *
 * @param sftp its folders; null: none of its own
 * @param queue its queues; null: none of its own
 * @param shared whether it may be named in the folders and queues that tenants share as well
 */
public record TenantPlaces(Folders sftp, Queues queue, @DefaultValue("false") boolean shared) {
    /** Folders below the home of the adapter's login. */
    public record Folders(String inboundDirectory, String outboundDirectory) {}

    /**
     * Names of queues, each as in {@code erp.queue.*}.
     *
     * @param request empty: there is none, and no reply
     * @param refused by default the request queue's name and {@code .refused}
     * @param event empty: changes do not become events
     */
    public record Queues(
            @DefaultValue("") String request,
            @DefaultValue("") String reply,
            @DefaultValue({}) List<String> replyQueues,
            @DefaultValue("") String refused,
            @DefaultValue("") String event) {
        public Queues {
            replyQueues = List.copyOf(replyQueues);
            refused = StringUtils.hasText(request) && !StringUtils.hasText(refused) ? request + ".refused" : refused;
        }

        private boolean hasAny() {
            return StringUtils.hasText(request) || StringUtils.hasText(event);
        }
    }

    boolean hasFolders() {
        return sftp != null;
    }

    boolean hasQueues() {
        return queue != null && queue.hasAny();
    }

    void check(String property, Faults faults) {
        faults.require(
                hasFolders() || hasQueues(),
                property,
                "must have folders (sftp.inbound-directory and sftp.outbound-directory) or queues (queue.request and"
                        + " queue.reply, or queue.event) of its own");
        if (hasFolders()) {
            FolderRules.requireRelative(sftp.inboundDirectory(), property + ".sftp.inbound-directory", faults);
            FolderRules.requireRelative(sftp.outboundDirectory(), property + ".sftp.outbound-directory", faults);
        }
    }
}

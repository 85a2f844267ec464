package io.hcpnbridge.erp;

import io.hcpnbridge.erp.ErpProperties.Sftp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Which tenants have folders and queues of their own, and where they are. Where an owner is asked for, null stands for the folders
 * that tenants share.
 */
@Component
public class ErpTenants {
    private final Sftp shared;
    private final Map<String, TenantPlaces> tenants;

    public ErpTenants(ErpProperties erp) {
        this.shared = erp.sftp();
        this.tenants = erp.tenants();
    }

    /** Whether the tenant may be named in the folders and queues that tenants share. */
    public boolean mayShare(String tenant) {
        var own = tenants.get(tenant);
        return own == null || own.shared();
    }

    /** Those that may be named in their own folders and queues only. */
    public List<String> closed() {
        return having(places -> !places.shared());
    }

    /** Those that have folders of their own. */
    public List<String> withFolders() {
        return having(TenantPlaces::hasFolders);
    }

    /** Those to whom no file can be delivered: they have queues of their own only. */
    public List<String> withoutFolders() {
        return having(places -> !places.shared() && !places.hasFolders());
    }

    /** Whose folder an answer goes to that nobody has asked for: the tenant, or null if it has none of its own. */
    public String ownerOfFolders(String tenant) {
        return withFolders().contains(tenant) ? tenant : null;
    }

    /** The folder below which the ERP drops files. */
    public String inbound(String owner) {
        return owner == null
                ? shared.inboundDirectory()
                : tenants.get(owner).sftp().inboundDirectory();
    }

    /** The folder below which answers lie. */
    public String outbound(String owner) {
        return owner == null
                ? shared.outboundDirectory()
                : tenants.get(owner).sftp().outboundDirectory();
    }

    /** Those that have queues of their own. */
    public List<String> withQueues() {
        return having(TenantPlaces::hasQueues);
    }

    /** A tenant's own queues; empty if it has none. */
    public Optional<TenantPlaces.Queues> queues(String tenant) {
        return Optional.ofNullable(tenants.get(tenant))
                .filter(TenantPlaces::hasQueues)
                .map(TenantPlaces::queue);
    }

    private List<String> having(Predicate<TenantPlaces> places) {
        return tenants.entrySet().stream()
                .filter(tenant -> places.test(tenant.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}

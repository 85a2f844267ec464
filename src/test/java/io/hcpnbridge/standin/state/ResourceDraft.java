package io.hcpnbridge.standin.state;

import java.math.BigDecimal;
import java.time.Instant;

/** A resource in the making: a provisioned primary cloud server in use, unless told otherwise. */
public final class ResourceDraft {
    private final String id;
    private final String customerId;
    private String orderId;
    private String name;
    private ServiceType service = ServiceType.EC2;
    private String type = "hws.resource.type.vm";
    private String spec = "s6.large.2.linux";
    private String region = "cn-north-1";
    private String parentId;
    private int provisioning = Resource.PROVISIONED;
    private int lifeCycle = Resource.IN_USE;
    private Instant effective;
    private Instant expires;
    private int expirePolicy;
    private BigDecimal size;
    private Integer sizeMeasure;
    private BigDecimal monthlyPrice = new BigDecimal("100.00");
    private String unpaidOrder;
    private RenewalRefusal refusal;
    private boolean failsAlone;

    /** Valid from that time for a month. */
    public ResourceDraft(String id, String customerId, Instant effective) {
        this.id = id;
        this.customerId = customerId;
        this.name = "name-of-" + id;
        this.effective = effective;
        this.expires = Term.months(1).after(effective);
    }

    ResourceDraft(Resource from) {
        id = from.id();
        customerId = from.customerId();
        orderId = from.orderId();
        name = from.name();
        service = from.service();
        type = from.type();
        spec = from.spec();
        region = from.region();
        parentId = from.parentId();
        provisioning = from.provisioning();
        lifeCycle = from.lifeCycle();
        effective = from.effective();
        expires = from.expires();
        expirePolicy = from.expirePolicy();
        size = from.size();
        sizeMeasure = from.sizeMeasure();
        monthlyPrice = from.monthlyPrice();
        unpaidOrder = from.unpaidOrder();
        refusal = from.refusal();
        failsAlone = from.failsAlone();
    }

    /** The order that provisions it; lists it there, too. */
    public ResourceDraft of(String order) {
        orderId = order;
        return this;
    }

    public ResourceDraft named(String value) {
        name = value;
        return this;
    }

    public ResourceDraft is(ServiceType serviceType, String resourceType, String specCode) {
        service = serviceType;
        type = resourceType;
        spec = specCode;
        return this;
    }

    public ResourceDraft region(String value) {
        region = value;
        return this;
    }

    public ResourceDraft attachedTo(String primaryResourceId) {
        parentId = primaryResourceId;
        return this;
    }

    /** 1 provisioned, 2 failed, 6 order not paid, else pending. */
    public ResourceDraft provisioning(int value) {
        provisioning = value;
        return this;
    }

    /** 2 in use, 3 closed, 4 frozen, 5 expired. */
    public ResourceDraft lifeCycle(int value) {
        lifeCycle = value;
        return this;
    }

    public ResourceDraft valid(Instant from, Instant to) {
        effective = from;
        expires = to;
        return this;
    }

    public ResourceDraft expirePolicy(int value) {
        expirePolicy = value;
        return this;
    }

    /** 15 Mbit/s, 17 GB, 14 pieces. */
    public ResourceDraft size(String value, int measure) {
        size = new BigDecimal(value);
        sizeMeasure = measure;
        return this;
    }

    public ResourceDraft monthlyPrice(String value) {
        monthlyPrice = new BigDecimal(value);
        return this;
    }

    ResourceDraft unpaidOrder(String order) {
        unpaidOrder = order;
        return this;
    }

    /** Refuses every renewal; null makes it renewable again. */
    public ResourceDraft refuses(RenewalRefusal reason) {
        refusal = reason;
        return this;
    }

    /** Fails alone with that reason on the new generation, while the others of the call are renewed. */
    public ResourceDraft failsAlone(RenewalRefusal reason) {
        refusal = reason;
        failsAlone = true;
        return this;
    }

    public Resource build() {
        return new Resource(
                id,
                customerId,
                orderId,
                name,
                service,
                type,
                spec,
                region,
                parentId,
                provisioning,
                lifeCycle,
                effective,
                expires,
                expirePolicy,
                size,
                sizeMeasure,
                monthlyPrice,
                unpaidOrder,
                refusal,
                failsAlone);
    }
}

package io.hcpnbridge.standin.state;

/** A cloud service: code, name in Chinese, name in English. */
public record ServiceType(String code, String chineseName, String englishName) {
    public static final ServiceType EBS = new ServiceType("hws.service.type.ebs", "云硬盘", "Elastic Volume Service");
    public static final ServiceType EC2 = new ServiceType("hws.service.type.ec2", "弹性云服务器", "Elastic Cloud Server");
    public static final ServiceType VPC = new ServiceType("hws.service.type.vpc", "虚拟私有云", "Virtual Private Cloud");
    public static final ServiceType OBS = new ServiceType("hws.service.type.obs", "对象存储服务", "Object Storage Service");
}

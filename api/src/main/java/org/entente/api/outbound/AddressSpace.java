package org.entente.api.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an IP address belongs, by IANA's registries of special-purpose addresses (RFC 6890) and what clouds put where. Of
 * IPv6 only what IANA gives out as global unicast (2000::/3) is public: that leaves out mapped and translated addresses,
 * NAT64 (RFC 6052, RFC 8215) among them, which lead to IPv4 addresses of any kind.
 */
enum AddressSpace {
    /** On the public internet. */
    PUBLIC,
    /** This machine, or one's own network: may be called where all partners stand in one. */
    PRIVATE,
    /** Never called: link-local (machine metadata), multicast, unspecified, reserved, documentation, translation. */
    SPECIAL;

    private static final List<NetworkRange> OWN = ranges(
            "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");

    /** 168.63.129.16 is public in form, and a cloud's own inside it. */
    private static final List<NetworkRange> NEVER = ranges(
            "0.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
            "fd00:ec2::/32");

    private static final NetworkRange GLOBAL_UNICAST = NetworkRange.of("2000::/3");

    /** Java reads a mapped address (RFC 4291, 2.5.5.2) as the IPv4 address that it is. */
    static AddressSpace of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (NEVER.stream().anyMatch(range -> range.holds(bytes))) {
            return SPECIAL;
        }
        if (OWN.stream().anyMatch(range -> range.holds(bytes))) {
            return PRIVATE;
        }
        return address instanceof Inet6Address && !GLOBAL_UNICAST.holds(bytes) ? SPECIAL : PUBLIC;
    }

    private static List<NetworkRange> ranges(String... texts) {
        return Stream.of(texts).map(NetworkRange::of).toList();
    }
}

package org.talon.shared.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of networks in CIDR notation. */
public final class Networks {

    private final List<IpSubnetFilterRule> networks;

    /** @throws IllegalArgumentException where one of them is no network */
    public Networks(List<String> cidrs) {
        networks = cidrs.stream().map(Networks::network).toList();
    }

    private static IpSubnetFilterRule network(String cidr) {
        String[] parts = cidr.strip().split("/", 2);
        if (!NetUtil.isValidIpV4Address(parts[0]) && !NetUtil.isValidIpV6Address(parts[0])) {
            throw new IllegalArgumentException("\"" + cidr + "\" is no network such as 10.1.0.0/16 or ::1/128");
        }
        int whole = NetUtil.isValidIpV4Address(parts[0]) ? 32 : 128;
        int bits = parts.length == 1 ? whole : Integer.parseInt(parts[1]);
        return new IpSubnetFilterRule(parts[0], bits, IpFilterRuleType.ACCEPT);
    }

    public boolean hold(String address) {
        InetAddress parsed = parsed(address);
        return parsed != null
                && networks.stream().anyMatch(network -> network.matches(new InetSocketAddress(parsed, 0)));
    }

    /** Only what is an address already: a name is never looked up. */
    private static @Nullable InetAddress parsed(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", impossible);
        }
    }
}

package noroshi.shared;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which addresses are somebody's on the Internet; the platform calls no others of its own accord. */
public final class PublicAddress {
    private PublicAddress() {}

    /** Whether it is a public one: not of this machine, of an internal network, or kept free for a purpose. */
    public static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 255;
        int second = bytes[1] & 255;
        int third = bytes[2] & 255;
        return !(first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113));
    }

    /** Global unicast alone, and none of it that wraps an address of version 4. */
    private static boolean isPublic6(byte[] bytes) {
        var global = (bytes[0] & 0xE0) == 0x20;
        var sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        var teredoAndTheLike = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xFE) == 0;
        return global && !sixToFour && !teredoAndTheLike;
    }
}

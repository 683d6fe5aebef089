package noroshi.provider;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.shared.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which machines may be called at all: a name is looked up once, and the address that was found is the one that is
 * called. Addresses of internal networks are refused, except those the operator has named.
 */
@Component
class Outbound {
    private final Set<String> allowed;

    Outbound(@Value("${noroshi.provider.internal:}") String internal) {
        this.allowed = Arrays.stream(internal.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    InetAddress address(String host) {
        try {
            var found = InetAddress.getAllByName(host.replaceAll("^\\[|]$", ""));
            return Arrays.stream(found)
                    .filter(address -> PublicAddress.is(address) || allowed.contains(address.getHostAddress()))
                    .findFirst()
                    .orElseThrow(() -> new Fault("internal", host));
        } catch (UnknownHostException unknown) {
            throw new Fault("unknown-host", host);
        }
    }
}

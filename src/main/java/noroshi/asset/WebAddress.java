package noroshi.asset;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import noroshi.shared.RuleBroken;

/** A URL in one spelling: host in the letters of the domain name system, no default port, no fragment. */
final class WebAddress {
    private static final int LONGEST = 2000;

    private WebAddress() {}

    static boolean meant(String text) {
        return text.contains("://");
    }

    static AssetValue read(String text) {
        if (text.length() > LONGEST) {
            throw new RuleBroken("asset.too-long", LONGEST);
        }
        var split = text.indexOf("://");
        var scheme = split < 0 ? "" : text.substring(0, split).toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme)) {
            throw new RuleBroken("asset.not-web");
        }
        var rest = text.substring(split + 3);
        var end = end(rest);
        var authority = Normalizer.normalize(rest.substring(0, end), Normalizer.Form.NFKC);
        if (authority.indexOf('@') >= 0) {
            throw new RuleBroken("asset.credentials");
        }
        var port = authority.matches(".*:\\d{1,5}") ? authority.substring(authority.lastIndexOf(':') + 1) : "";
        var host = port.isEmpty() ? authority : authority.substring(0, authority.length() - port.length() - 1);
        return of(scheme, host, port(scheme, port), path(rest.substring(end)));
    }

    private static AssetValue of(String scheme, String host, String port, String path) {
        var bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        var network = Network.read(bare).filter(Network::single);
        if (network.isPresent()) {
            var address = network.get().orRefuse();
            var written = address.address().length == 4 ? address.text() : "[" + address.text() + "]";
            var value = scheme + "://" + written + port + path;
            return new AssetValue(
                    AssetKind.URL,
                    value,
                    value,
                    Optional.empty(),
                    Optional.of(address.withPrefix()),
                    address.cautions());
        }
        var name = Hostname.read(host);
        return new AssetValue(
                AssetKind.URL,
                scheme + "://" + name.ascii() + port + path,
                scheme + "://" + name.shown() + port + path,
                Optional.of(name.ascii()),
                Optional.empty(),
                name.cautions());
    }

    private static int end(String rest) {
        for (int at = 0; at < rest.length(); at++) {
            if ("/?#".indexOf(rest.charAt(at)) >= 0) {
                return at;
            }
        }
        return rest.length();
    }

    private static String port(String scheme, String port) {
        if (port.isEmpty() || Integer.parseInt(port) == (scheme.equals("https") ? 443 : 80)) {
            return "";
        }
        if (Integer.parseInt(port) > 65_535) {
            throw new RuleBroken("asset.unreadable");
        }
        return ":" + Integer.parseInt(port);
    }

    private static String path(String tail) {
        var fragment = tail.indexOf('#');
        var kept = fragment < 0 ? tail : tail.substring(0, fragment);
        try {
            var uri = new URI(kept.replace(" ", "%20")).normalize();
            var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return (path.startsWith("/") ? path : "/" + path) + query;
        } catch (URISyntaxException malformed) {
            throw new RuleBroken("asset.unreadable");
        }
    }
}

package noroshi.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a request goes. */
record Target(boolean secure, String host, int port, String path) {
    /** The parts of an http or https address that we call; anything else is none. */
    static Optional<Target> parse(String text) {
        try {
            var uri = new URI(text);
            var secure = "https".equalsIgnoreCase(uri.getScheme());
            var odd = uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null;
            if (odd || !(secure || "http".equalsIgnoreCase(uri.getScheme()))) {
                return Optional.empty();
            }
            var usual = secure ? 443 : 80;
            var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return Optional.of(new Target(
                    secure,
                    uri.getHost(),
                    uri.getPort() < 0 ? usual : uri.getPort(),
                    uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery()));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** As it stands in the header. */
    String hostHeader() {
        return port == (secure ? 443 : 80) ? host : host + ":" + port;
    }
}

package noroshi.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import noroshi.database.CannotStart;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** How people reach the platform: encrypted with the operator's certificate, or through a proxy they name. */
final class OpenTheGate implements EnvironmentPostProcessor, Ordered {
    private static final String BUNDLE = "spring.ssl.bundle.pem.noroshi.";
    private static final int HIGHEST_PORT = 65_535;
    private static final int USUAL_PORT = 8080;
    private static final String USUAL_ZONE = "Asia/Tokyo";

    /** Before a database is started for nothing. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 2;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        checkAddress(environment.getProperty("server.address", ""));
        var properties = new HashMap<String, Object>();
        properties.putAll(port(environment.getProperty("server.port", "0")));
        properties.putAll(zone(environment.getProperty("noroshi.tz", "")));
        properties.putAll(certificate(environment));
        properties.putAll(proxy(environment));
        environment.getPropertySources().addFirst(new MapPropertySource("noroshi gate", properties));
    }

    /** Named but empty, as Compose passes on what is not set, is not named. */
    private static Map<String, Object> port(String port) {
        if (port.isBlank()) {
            return Map.of("server.port", USUAL_PORT);
        }
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > HIGHEST_PORT) {
            throw new CannotStart("PORT must be a number from 0 to " + HIGHEST_PORT + ", not " + port + ".");
        }
        return Map.of();
    }

    private static Map<String, Object> zone(String zone) {
        if (zone.isBlank()) {
            return Map.of("noroshi.tz", USUAL_ZONE);
        }
        try {
            ZoneId.of(zone.strip());
            return Map.of();
        } catch (DateTimeException unknown) {
            throw new CannotStart(
                    "NOROSHI_TZ must name a time zone, such as " + USUAL_ZONE + ", not " + zone + ".", unknown);
        }
    }

    private static void checkAddress(String bind) {
        try {
            InetAddress.getByName(bind);
        } catch (UnknownHostException unknown) {
            throw new CannotStart("NOROSHI_BIND must be an address of this machine, not " + bind + ".", unknown);
        }
    }

    private static Map<String, Object> certificate(Environment environment) {
        var certificate = environment.getProperty("noroshi.tls.certificate", "");
        var key = environment.getProperty("noroshi.tls.key", "");
        if (certificate.isBlank() && key.isBlank()) {
            return Map.of();
        }
        return Map.of(
                BUNDLE + "keystore.certificate",
                readable(certificate, "NOROSHI_TLS_CERTIFICATE"),
                BUNDLE + "keystore.private-key",
                readable(key, "NOROSHI_TLS_KEY"),
                BUNDLE + "reload-on-update",
                true,
                "server.ssl.bundle",
                "noroshi");
    }

    private static String readable(String file, String variable) {
        if (file.isBlank() || !Files.isReadable(Path.of(file))) {
            throw new CannotStart(
                    variable + " must name a PEM file that can be read; certificate and key go together.");
        }
        return "file:" + Path.of(file).toAbsolutePath();
    }

    /** Only what these addresses say about the original request is believed; from all others it is ignored. */
    private static Map<String, Object> proxy(Environment environment) {
        var proxies = environment.getProperty("noroshi.trusted.proxy", "");
        if (proxies.isBlank()) {
            return Map.of();
        }
        var exactly = Arrays.stream(proxies.split(","))
                .map(address -> Pattern.quote(address.strip()))
                .collect(Collectors.joining("|"));
        return Map.of(
                "server.forward-headers-strategy", "native",
                "server.tomcat.remoteip.remote-ip-header", "x-forwarded-for",
                "server.tomcat.remoteip.protocol-header", "x-forwarded-proto",
                "server.tomcat.remoteip.internal-proxies", exactly);
    }
}

package noroshi.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import noroshi.database.CannotStart;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Looks whether the port is free before a demo world is loaded: the server itself would notice at the end only. */
@Component
class KnockFirst implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {
    private final Environment environment;

    KnockFirst(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        var port = environment.getProperty("server.port", Integer.class, 0);
        var bind = environment.getProperty("server.address", "");
        knock(bind, port);
    }

    /** Without an address the server listens on all of the machine's. */
    static void knock(String bind, int port) {
        try (var door = new ServerSocket()) {
            door.bind(
                    bind.isBlank()
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByName(bind), port));
        } catch (IOException taken) {
            throw new CannotStart(
                    "port " + port + " of " + (bind.isBlank() ? "every address" : bind) + " cannot be used: "
                            + taken.getMessage() + ". Stop what uses it, or choose another with PORT.",
                    taken);
        }
    }
}

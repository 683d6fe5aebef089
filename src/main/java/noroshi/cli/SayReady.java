package noroshi.cli;

import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last lines of the start: what to do first, and where to look. */
@Component
class SayReady {
    private static final Logger START = LoggerFactory.getLogger("noroshi.start");

    private final Environment environment;
    private final Optional<FirstStep> first;

    SayReady(Environment environment, Optional<FirstStep> first) {
        this.environment = environment;
        this.first = first;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void when(AvailabilityChangeEvent<ReadinessState> event) {
        var port = environment.getProperty("local.server.port");
        if (event.getState() != ReadinessState.ACCEPTING_TRAFFIC || port == null) {
            return;
        }
        first.flatMap(FirstStep::address).ifPresent(SayReady::tell);
        var scheme = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
        START.info("Noroshi is ready: {}://127.0.0.1:{}/", scheme, port);
    }

    /** Not into the log file: whoever reads it later could become administrator. */
    private static void tell(URI address) {
        System.out.println("Nobody administers this platform yet. Within one day, open " + address);
    }
}

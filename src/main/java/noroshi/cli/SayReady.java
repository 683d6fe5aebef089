package noroshi.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last line of the start: where to look. */
@Component
class SayReady {
    private static final Logger START = LoggerFactory.getLogger("noroshi.start");

    private final Environment environment;

    SayReady(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void when(AvailabilityChangeEvent<ReadinessState> event) {
        var port = environment.getProperty("local.server.port");
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC && port != null) {
            var scheme = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
            START.info("Noroshi is ready: {}://127.0.0.1:{}/", scheme, port);
        }
    }
}

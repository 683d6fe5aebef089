package noroshi.database;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Tells a refused start in one sentence on the terminal; a stack trace would hide it. */
final class SayWhy implements SpringBootExceptionReporter {
    SayWhy(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart refusal) {
                System.err.println("Noroshi cannot start: " + refusal.getMessage());
                return true;
            }
            if (cause instanceof PortInUseException taken) {
                System.err.println("Noroshi cannot start: port " + taken.getPort() + " was taken meanwhile.");
                return true;
            }
        }
        return false;
    }
}

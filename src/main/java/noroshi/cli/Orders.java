package noroshi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.shared.Refusal;
import noroshi.site.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Finds the command an order names, remembers that it was given, and says in words when it is refused. */
@Component
class Orders {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final Map<String, Command> commands;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final Words words;
    private final Clock clock;

    Orders(
            List<Command> commands,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            Words words,
            Optional<Clock> clock) {
        this.commands = commands.stream().collect(Collectors.toMap(Command::name, Function.identity()));
        this.events = events;
        this.transaction = transaction;
        this.words = words;
        this.clock = clock.orElseGet(Clock::systemUTC);
    }

    Answer carryOut(Order order, InputStream file) throws IOException {
        var command = commands.get(order.command());
        if (command == null) {
            return new Answer(null, "This platform does not know the command: " + order.command());
        }
        transaction.executeWithoutResult(
                status -> events.publishEvent(new CommandGiven(order.command(), order.operator(), clock.instant())));
        try {
            return new Answer(command.handle(order.arguments(), file), null);
        } catch (Refusal refusal) {
            var language = Words.nearest(Locale.forLanguageTag(order.language()));
            return new Answer(null, words.text(language, refusal.key(), refusal.arguments()));
        } catch (RuntimeException fault) {
            LOG.error("command failed: {}", order.command(), fault);
            return new Answer(null, "The command failed; the log in the data folder says why.");
        }
    }
}

package noroshi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.audit.AuditTrail;
import noroshi.database.BackupBroken;
import noroshi.shared.Acting;
import noroshi.shared.Refusal;
import noroshi.site.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Finds the command an order names, remembers that it was given, and says in words when it is refused. */
@Component
class Orders {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final Map<String, Command> commands;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Words words;

    Orders(List<Command> commands, AuditTrail audit, TransactionOperations transaction, Words words) {
        this.commands = commands.stream().collect(Collectors.toMap(Command::name, Function.identity()));
        this.audit = audit;
        this.transaction = transaction;
        this.words = words;
    }

    Answer carryOut(Order order, InputStream file) throws IOException {
        var command = commands.get(order.command());
        if (command == null) {
            return new Answer(null, "This platform does not know the command: " + order.command());
        }
        remember(order);
        try {
            return new Answer(command.handle(order.arguments(), file), null);
        } catch (Refusal refusal) {
            var language = Words.nearest(Locale.forLanguageTag(order.language()));
            return new Answer(null, words.text(language, refusal.key(), refusal.arguments()));
        } catch (BackupBroken refusal) {
            return new Answer(null, refusal.getMessage());
        } catch (RuntimeException fault) {
            LOG.error("command failed: {}", order.command(), fault);
            return new Answer(null, "The command failed; the log in the data folder says why.");
        }
    }

    /** Before it is done, so that an order that takes the platform down is on record too. */
    private void remember(Order order) {
        var facts = Map.of("command", order.command(), "operator", order.operator());
        Acting.as(
                Operator.ACTOR,
                () -> transaction.executeWithoutResult(
                        status -> audit.record(Operator.ACTOR, "cli.ordered", Operator.ACTOR.person(), facts)));
    }
}

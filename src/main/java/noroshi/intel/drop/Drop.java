package noroshi.intel.drop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.intel.Reason;

/**
 * What was read in something dropped.
 *
 * @param title what the source calls it
 * @param from who says so, as far as it tells
 * @param remarks about the whole
 * @param table the columns, when it is a table
 */
public record Drop(
        Format format,
        String title,
        String from,
        List<Event> events,
        List<Item> items,
        List<LeftOut> leftOut,
        List<Reason> remarks,
        Optional<Table> table) {
    public Drop {
        events = List.copyOf(events);
        items = List.copyOf(items);
        leftOut = List.copyOf(leftOut);
        remarks = List.copyOf(remarks);
    }

    /** Whether anything in it is for the one alone who was given it. */
    boolean red() {
        return items.stream().anyMatch(Item::red) || leftOut.stream().anyMatch(LeftOut::red);
    }

    /** Brought by a mail: its label holds for everything in it, and what else was in the mail is told. */
    Drop by(Dropped.Mail mail) {
        return new Drop(
                format,
                title,
                from.isBlank() ? mail.sender() : from,
                events,
                items.stream().map(item -> item.within(mail.label())).toList(),
                Stream.concat(leftOut.stream(), mail.leftOut().stream()).toList(),
                remarks,
                table);
    }

    /** A report that entries stand in. */
    public record Event(UUID id, String title, String from, Instant at, List<String> labels) {
        public Event {
            labels = List.copyOf(labels);
        }
    }
}

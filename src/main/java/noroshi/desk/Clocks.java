package noroshi.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The clocks of the desk: acknowledgement, triage, reply. */
@Component
class Clocks {
    private static final Duration TASK = Duration.ofHours(8);

    private final DeskSettings settings;

    Clocks(DeskSettings settings) {
        this.settings = settings;
    }

    Duration taskWithin() {
        return TASK;
    }

    /** The card with the clock that ends first. Of a past moment it is not known who waited for a reply. */
    Card read(TicketStore.Row row, Instant at, boolean live) {
        var card = row.card();
        return new Card(
                card.matter(),
                card.reference(),
                card.number(),
                card.kind(),
                card.title(),
                card.organisation(),
                card.openedAt(),
                card.standing(),
                card.agencies(),
                card.comments(),
                card.police(),
                clock(row, at, live));
    }

    private Optional<Card.Late> clock(TicketStore.Row row, Instant at, boolean live) {
        return Stream.of(
                        own(row, at, live),
                        asked(Card.Clock.HELP, row.helpAskedAt(), row, at, live),
                        asked(Card.Clock.IMPACT, row.impactAskedAt(), row, at, live))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Card.Late::left));
    }

    private Optional<Card.Late> asked(
            Card.Clock clock, Optional<Instant> askedAt, TicketStore.Row row, Instant at, boolean live) {
        return askedAt.filter(_ -> live && !row.card().standing().status().over())
                .map(since -> until(clock, since.plus(settings.helpWithin()), at));
    }

    private Optional<Card.Late> own(TicketStore.Row row, Instant at, boolean live) {
        var status = row.card().standing().status();
        if (status == Status.SUBMITTED) {
            return Optional.of(
                    until(Card.Clock.ACKNOWLEDGE, row.card().openedAt().plus(settings.acknowledgeWithin()), at));
        }
        if (status == Status.ACKNOWLEDGED) {
            return Optional.of(until(Card.Clock.TRIAGE, row.card().openedAt().plus(settings.triageWithin()), at));
        }
        return row.waitingSince()
                .filter(_ -> live && !status.over())
                .map(since -> until(Card.Clock.REPLY, since.plus(settings.replyWithin()), at));
    }

    private static Card.Late until(Card.Clock clock, Instant end, Instant at) {
        return new Card.Late(clock, Duration.between(at, end));
    }
}

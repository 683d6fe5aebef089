package noroshi.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what contradicts what in the times of a matter; nobody is kept from sending what they wrote. */
@Service
@Transactional(readOnly = true)
public class Chronologies {
    private final TellingStore tellings;
    private final Ledger ledger;

    Chronologies(TellingStore tellings, Ledger ledger) {
        this.tellings = tellings;
        this.ledger = ledger;
    }

    /** What contradicts itself in what somebody is about to report. */
    public List<Contradiction> ofReport(NewMatter told, Actor actor) {
        return read(told.outline(), "", Optional.empty())
                .and(read(told.damage(), "", Optional.empty()))
                .contradictions(Optional.empty(), ledger.now());
    }

    /** What would contradict itself with this update. */
    public List<Contradiction> ofUpdate(Matter matter, Update update, Actor actor) {
        return read(update.outline(), update.note(), Optional.of(matter.topic()))
                .and(read(update.damage(), "", damage(matter)))
                .contradictions(Optional.of(matter.openedAt()), ledger.now());
    }

    /** What contradicts itself in what the actor may read of a matter. */
    public List<Contradiction> of(Matter matter, Actor actor) {
        return Stream.concat(Stream.of(matter.topic()), damage(matter).stream())
                .map(tellings::times)
                .reduce(Chronology.UNKNOWN, Chronology::and)
                .contradictions(Optional.of(matter.openedAt()), ledger.now());
    }

    private Optional<UUID> damage(Matter matter) {
        return Optional.ofNullable(tellings.parts(matter.topic()).get(Side.DAMAGE));
    }

    private Chronology read(Telling telling, String note, Optional<UUID> topic) {
        return Chronology.of(
                telling,
                note,
                topic.flatMap(tellings::telling).orElse(Telling.NOTHING),
                topic.map(tellings::times).orElse(Chronology.UNKNOWN),
                ledger.now(),
                ledger.zone());
    }
}

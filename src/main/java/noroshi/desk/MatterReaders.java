package noroshi.desk;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import noroshi.membership.Members;
import noroshi.membership.OfficeKind;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Lets offices read the topics of a matter, each those that it was told of. */
@Component
class MatterReaders {
    private final TellingStore tellings;
    private final Topics topics;
    private final Members members;

    MatterReaders(TellingStore tellings, Topics topics, Members members) {
        this.tellings = tellings;
        this.topics = topics;
        this.members = members;
    }

    /** One more reads. */
    void widen(Matter matter, Recipient more, Actor actor) {
        var office = Set.of(more.office());
        topics.widen(matter.topic(), office, actor);
        tellings.parts(matter.topic()).forEach((side, part) -> {
            if (reads(side).test(more)) {
                topics.widen(part, office, actor);
            }
        });
    }

    /** Only these read, beside the reporter's side and the desk. */
    void narrow(Matter matter, Collection<Recipient> left, Actor actor) {
        narrow(matter.topic(), left, _ -> true, matter, actor);
        tellings.parts(matter.topic()).forEach((side, part) -> narrow(part, left, reads(side), matter, actor));
    }

    private void narrow(
            UUID topic, Collection<Recipient> left, Predicate<Recipient> which, Matter matter, Actor actor) {
        var audience = left.stream()
                .filter(it -> it.endedAt().isEmpty())
                .filter(which)
                .map(Recipient::office)
                .collect(Collectors.toCollection(HashSet::new));
        audience.add(
                members.windowOf(matter.reporter().orElseThrow(NotFound::new).organisation()));
        audience.add(members.office(OfficeKind.DUTY_DESK));
        topics.address(topic, audience, actor);
    }

    private static Predicate<Recipient> reads(Side side) {
        return side == Side.DAMAGE ? Recipient::damage : Recipient::technical;
    }
}

package noroshi.desk;

import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import noroshi.shared.Actor;
import noroshi.topic.Colleagues;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Lets offices read the topics of a matter, each those that it was told of. */
@Component
class MatterReaders {
    private final TellingStore tellings;
    private final Topics topics;
    private final Colleagues colleagues;

    MatterReaders(TellingStore tellings, Topics topics, Colleagues colleagues) {
        this.tellings = tellings;
        this.topics = topics;
        this.colleagues = colleagues;
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

    /** One reads no further, nor whom they brought in; whom the others brought in reads on. */
    void narrow(Matter matter, UUID office, Actor actor) {
        colleagues.takeOut(matter.topic(), office, actor);
        tellings.parts(matter.topic()).values().forEach(part -> colleagues.takeOut(part, office, actor));
    }

    private static Predicate<Recipient> reads(Side side) {
        return side == Side.DAMAGE ? Recipient::damage : Recipient::technical;
    }
}

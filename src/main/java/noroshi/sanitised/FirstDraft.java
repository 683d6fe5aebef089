package noroshi.sanitised;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.bulletin.Confidence;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Source;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Side;
import noroshi.desk.Telling;
import noroshi.shared.Actor;
import noroshi.site.Words;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import org.springframework.stereotype.Component;

/** The first words of a copy: what happened and how, and what to look for. Damage is the victim's and stays behind. */
@Component
class FirstDraft {
    private static final int CONFIDENTIAL = 2;
    private static final int LONGEST_TITLE = 200;
    private static final String INDICATORS = "indicators";

    private final ConsultationDesk desk;
    private final Words words;

    FirstDraft(ConsultationDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
    }

    /** As far as the matter goes, and to nobody yet. */
    Marking marking(Matter matter) {
        return new Marking(InformationKind.INCIDENT, Importance.INFO, matter.tlp(), CONFIDENTIAL, Set.of());
    }

    Copy copy(Matter matter, Actor actor) {
        var outline = desk.telling(matter.topic(), actor);
        var technical = Optional.ofNullable(desk.parts(matter, actor).get(Side.TECHNICAL))
                .map((UUID topic) -> desk.telling(topic, actor))
                .orElse(Telling.NOTHING);
        var told = Stream.of(outline.body(), technical.body())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
        var title =
                matter.title().length() > LONGEST_TITLE ? matter.title().substring(0, LONGEST_TITLE) : matter.title();
        return new Copy(
                new Copy.Pro(title, words.text(Locale.JAPANESE, "sanitised.outline", told)),
                new Copy.General(title, "", List.of(), "", ""),
                technical.answers().getOrDefault(INDICATORS, ""),
                Source.CENTRE,
                Confidence.UNKNOWN,
                "",
                "");
    }
}

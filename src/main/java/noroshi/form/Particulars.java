package noroshi.form;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Question;
import noroshi.desk.Recipient;
import noroshi.desk.Reporter;
import noroshi.desk.Sharing;
import noroshi.desk.Side;
import noroshi.desk.Telling;
import noroshi.membership.Members;
import noroshi.membership.Organisations;
import noroshi.membership.Trait;
import noroshi.shared.Actor;
import noroshi.site.SiteSettings;
import noroshi.site.Words;
import org.springframework.stereotype.Component;

/** Gathers what was told about a matter, as far as its reader may see it. */
@Component
class Particulars {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx");

    private final ConsultationDesk desk;
    private final Sharing sharing;
    private final Members members;
    private final Organisations organisations;
    private final Words words;
    private final ZoneId zone;

    Particulars(
            ConsultationDesk desk,
            Sharing sharing,
            Members members,
            Organisations organisations,
            Words words,
            SiteSettings settings) {
        this.desk = desk;
        this.sharing = sharing;
        this.members = members;
        this.organisations = organisations;
        this.words = words;
        this.zone = settings.tz();
    }

    /**
     * What was told.
     *
     * @param closed sources that belong to a part the reader does not have
     */
    record Found(Map<String, String> values, Set<String> closed) {
        boolean closed(String source) {
            return closed.contains(source);
        }

        String value(String source) {
            return values.getOrDefault(source, "");
        }
    }

    Found of(Matter matter, Locale locale, Actor actor) {
        var values = new HashMap<String, String>();
        var closed = new HashSet<String>();
        values.put("matter.reference", matter.reference());
        values.put(
                "matter.edition",
                words.text(
                        locale,
                        "form.edition",
                        words.text(locale, "desk.stage." + code(matter.stage())),
                        matter.version()));
        values.put("matter.reported_at", date(matter.openedAt()));
        values.put("matter.revised_at", date(matter.revisedAt()));
        values.put("matter.title", matter.title());
        values.put("matter.label", matter.tlp().label());
        values.put("matter.latest", matter.latest());
        values.put(
                "matter.system",
                matter.system()
                        .flatMap(code -> sharing.systems(actor).stream()
                                .filter(system -> system.code().equals(code))
                                .findFirst())
                        .map(system -> system.in(locale))
                        .orElse(""));
        values.put("matter.recipients", recipients(matter, locale, actor));
        reporter(values, matter, locale);
        var asked = desk.asked(Optional.of(matter.edition()), actor).questions();
        told(values, "outline", desk.telling(matter.topic(), actor), asked, locale);
        var parts = desk.parts(matter, actor);
        for (var side : Side.values()) {
            var name = code(side);
            if (parts.containsKey(side)) {
                told(values, name, desk.telling(parts.get(side), actor), asked, locale);
            } else if (!matter.ours() && !desk.staff(actor)) {
                closed.add(name + ".body");
                asked.stream()
                        .filter(question -> question.place().name().equals(side.name()))
                        .map(question -> "answer." + question.code())
                        .forEach(closed::add);
            }
        }
        return new Found(values, closed);
    }

    private void reporter(Map<String, String> values, Matter matter, Locale locale) {
        var hidden = words.text(locale, "desk.hidden");
        values.put("reporter.organisation", hidden);
        matter.reporter().ifPresent((Reporter it) -> {
            values.put(
                    "reporter.organisation",
                    members.organisation(it.organisation()).in(locale));
            values.put("reporter.contact", contact(it, locale));
            values.put("reporter.sector", trait(it, Trait.SECTOR, locale));
            values.put("reporter.ministry", trait(it, Trait.MINISTRY, locale));
        });
    }

    /** With whom its reporter shares it, as far as the reader may know them. */
    private String recipients(Matter matter, Locale locale, Actor actor) {
        var told = sharing.recipients(matter, actor).stream()
                .filter(it -> it.endedAt().isEmpty())
                .map(Recipient::organisation)
                .toList();
        var names = members.organisations(told);
        return told.stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .map(name -> name.in(locale))
                .collect(Collectors.joining("・"));
    }

    private String contact(Reporter reporter, Locale locale) {
        var name = reporter.person()
                .flatMap(person ->
                        members.names(Set.of(person)).values().stream().findFirst())
                .map(person -> person.in(locale))
                .orElse("");
        return (name + " " + reporter.contact()).strip();
    }

    private String trait(Reporter reporter, Trait trait, Locale locale) {
        var codes = organisations.traits(reporter.organisation()).getOrDefault(trait, Set.of());
        return organisations.references(trait).stream()
                .filter(reference -> codes.contains(reference.code()))
                .map(reference -> reference.in(locale))
                .collect(Collectors.joining("・"));
    }

    private static void told(
            Map<String, String> values, String name, Telling telling, List<Question> asked, Locale locale) {
        values.put(name + ".body", telling.body());
        asked.forEach(question -> {
            var answer = telling.answers().getOrDefault(question.code(), "");
            if (!answer.isBlank()) {
                values.put("answer." + question.code(), shown(question, answer, locale));
            }
        });
    }

    private static String shown(Question question, String answer, Locale locale) {
        return question.options().stream()
                .filter(option -> option.ja().equals(answer))
                .map(option -> option.in(locale))
                .findFirst()
                .orElse(answer);
    }

    private String date(Instant moment) {
        return DATE.format(moment.atZone(zone));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

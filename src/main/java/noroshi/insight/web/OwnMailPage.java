package noroshi.insight.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.PersonName;
import noroshi.notification.Mailed;
import noroshi.notification.Mailed.Outcome;
import noroshi.notification.Mailed.Sort;
import noroshi.site.Choice;
import noroshi.site.Step;
import noroshi.site.Ui;

/** What left by mail to the people of one's own organisation. */
public record OwnMailPage(
        Chosen chosen,
        Mailed.Filter filter,
        List<Mailed> rows,
        Map<UUID, PersonName> names,
        Map<Outcome, Integer> counts,
        List<Person> people,
        List<Unreached> unreached,
        List<Unreached> silent,
        int number,
        boolean more) {
    /** Somebody whose mail can be looked for. */
    public record Person(UUID id, String name) {}

    /** Somebody whom mail does not reach. */
    public record Unreached(String name, Instant at, String reply) {}

    public String name(Mailed row) {
        return name(row, names);
    }

    static String name(Mailed row, Map<UUID, PersonName> names) {
        return Optional.ofNullable(names.get(row.person()))
                .map(name -> name.in(Ui.locale()))
                .orElse("");
    }

    /** What it was about, as far as it may be told here. */
    public static String about(Mailed row) {
        return row.about()
                .map(it -> row.title().isEmpty() ? it.safeSubject() : row.title())
                .filter(line -> !line.isEmpty())
                .or(() -> row.key().map(Ui::text))
                .orElseGet(() -> Ui.text(
                        row.trial()
                                ? "notification.trial.name"
                                : row.digest() ? "insight.mail.digest" : "insight.mail.private"));
    }

    public static String why(Mailed row) {
        return row.about().map(it -> Ui.word("insight.mail.why", it.why())).orElse("");
    }

    public static String sort(Mailed row) {
        if (row.trial()) {
            return Ui.word("insight.mail.sort", Sort.TRIAL);
        }
        return row.digest() ? Ui.word("insight.mail.sort", Sort.DIGEST) : Ui.word("notification.weight", row.weight());
    }

    /** How an outcome looks, beside its word. */
    public static String tone(Mailed row) {
        return switch (row.state()) {
            case REFUSED, GIVEN_UP -> "danger";
            case WAITING, LEAVING -> "warn";
            case SENT, KEPT -> "ok";
            case DROPPED -> "soft";
        };
    }

    /** The same list by what became of the messages, each with how many there are. */
    public List<Step> outcomes() {
        var all = new ArrayList<Step>();
        var sum = counts.values().stream().mapToInt(Integer::intValue).sum();
        all.add(new Step(
                Ui.text("insight.mail.counted", Ui.text("insight.mail.all"), sum),
                address("/insight/mail", ""),
                filter.outcome().isEmpty()));
        for (var each : Outcome.values()) {
            all.add(new Step(
                    Ui.text(
                            "insight.mail.counted",
                            Ui.word("insight.mail.outcome", each),
                            counts.getOrDefault(each, 0)),
                    address("/insight/mail", each.name()),
                    filter.outcome().filter(each::equals).isPresent()));
        }
        return all;
    }

    public List<Choice> sorts() {
        return Ui.choices("insight.mail.sort", Sort.values());
    }

    public List<Choice> persons() {
        return people.stream()
                .map(each -> new Choice(each.id().toString(), each.name()))
                .toList();
    }

    /** This list as a file. */
    public String file(String ending) {
        return address("/insight/mail." + ending, outcome());
    }

    public String outcome() {
        return filter.outcome().map(Enum::name).orElse("");
    }

    public String sort() {
        return filter.sort().map(Enum::name).orElse("");
    }

    public String person() {
        return filter.person().map(UUID::toString).orElse("");
    }

    private String address(String path, String outcome) {
        return chosen.at(path) + "&outcome=" + outcome + "&sort=" + sort() + "&person=" + person();
    }
}

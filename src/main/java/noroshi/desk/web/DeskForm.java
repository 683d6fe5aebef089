package noroshi.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.desk.Asked;
import noroshi.desk.Channel;
import noroshi.desk.MatterKind;
import noroshi.desk.NewMatter;
import noroshi.desk.Question;
import noroshi.desk.Stage;
import noroshi.desk.Tellings;
import noroshi.desk.Update;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;

/**
 * The form of the desk as somebody types it; nothing is refused here, so that nothing typed is lost.
 *
 * @param recipients ids of the organisations left ticked
 * @param shown ids of the organisations that the page had proposed
 * @param answers by code of the question
 */
public record DeskForm(Map<String, String> fields, Set<String> recipients, Set<String> shown) {
    private static final Set<String> NAMES = Set.of(
            "once",
            "edition",
            "kind",
            "title",
            "body",
            "damage",
            "technical",
            "hidden",
            "relayed",
            "tlp",
            "system",
            "help",
            "organisation",
            "channel",
            "contact",
            "split",
            "expected",
            "stage",
            "note",
            "knowing");

    public DeskForm {
        fields = Map.copyOf(fields);
        recipients = Set.copyOf(recipients);
        shown = Set.copyOf(shown);
    }

    static DeskForm read(HttpServletRequest request) {
        var fields = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (NAMES.contains(name) || Tellings.answers(name)) {
                fields.put(name, values[0].replace("\r\n", "\n"));
            }
        });
        return new DeskForm(fields, all(request, "recipient"), all(request, "shown"));
    }

    private static Set<String> all(HttpServletRequest request, String name) {
        return new HashSet<>(
                Arrays.asList(Objects.requireNonNullElse(request.getParameterValues(name), new String[0])));
    }

    static DeskForm of(Map<String, List<String>> kept) {
        var fields = new HashMap<String, String>();
        kept.forEach((name, values) -> {
            if (!values.isEmpty() && !name.equals("recipient") && !name.equals("shown")) {
                fields.put(name, values.getFirst());
            }
        });
        return new DeskForm(
                fields,
                Set.copyOf(kept.getOrDefault("recipient", List.of())),
                Set.copyOf(kept.getOrDefault("shown", List.of())));
    }

    static DeskForm blank() {
        return new DeskForm(Map.of("once", UUID.randomUUID().toString()), Set.of(), Set.of());
    }

    Map<String, List<String>> kept() {
        var kept = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, value) -> kept.put(name, List.of(value)));
        kept.put("recipient", List.copyOf(recipients));
        kept.put("shown", List.copyOf(shown));
        return kept;
    }

    DeskForm with(String name, String value) {
        var changed = new HashMap<>(fields);
        changed.put(name, value);
        return new DeskForm(changed, recipients, shown);
    }

    public String value(String name) {
        return fields.getOrDefault(name, "");
    }

    public String answer(Question question) {
        return value(field(question));
    }

    /** The name of a question's field. */
    public static String field(Question question) {
        return Tellings.field(question);
    }

    public boolean is(String name) {
        return value(name).equals("true");
    }

    public String label() {
        return fields.getOrDefault("tlp", Tlp.AMBER.name());
    }

    boolean report() {
        return value("kind").equals(MatterKind.REPORT.name());
    }

    Optional<String> system() {
        return Optional.of(value("system")).filter(code -> !code.isEmpty());
    }

    Optional<UUID> organisation() {
        return Optional.of(value("organisation")).filter(id -> !id.isEmpty()).map(DeskForm::id);
    }

    /** The edition of the questionnaire that it was begun with. */
    Optional<Integer> edition() {
        return value("edition").matches("[1-9][0-9]{0,8}") ? Optional.of(number("edition")) : Optional.empty();
    }

    /** Why it cannot be sent as it is, by the name of the field, in the order of the form. */
    Map<String, String> lacking(Asked asked) {
        var lacking = new LinkedHashMap<String, String>();
        if (Arrays.stream(MatterKind.values()).noneMatch(kind -> kind.name().equals(value("kind")))) {
            lacking.put("kind", "desk.kind-missing");
        }
        if (value("title").isBlank()) {
            lacking.put("title", "desk.title-missing");
        }
        if (Tellings.of(fields, asked.questions()).nothing()) {
            lacking.put("body", "desk.body-missing");
        }
        return lacking;
    }

    /** What has to be answered and is not; whoever writes a call down need not have asked it. */
    List<Question> missing(Asked asked) {
        if (organisation().isPresent() || value("kind").isEmpty()) {
            return List.of();
        }
        var answers = new HashMap<String, String>();
        asked.questions().forEach(question -> answers.put(question.code(), answer(question)));
        return asked.missing(report() ? MatterKind.REPORT : MatterKind.CONSULTATION, answers);
    }

    /** @param own the organisation of whoever types */
    NewMatter matter(Asked asked, List<NewMatter.Upload> files, UUID own) {
        var tellings = Tellings.of(fields, asked.questions()).fitting(value("kind"));
        return new NewMatter(
                id(value("once")),
                choice(MatterKind.class, "kind", "desk.kind-missing"),
                value("title"),
                tellings.outline(),
                tellings.damage(),
                tellings.technical(),
                is("hidden"),
                tlp(),
                system(),
                report() && is("help"),
                recipients.stream().map(DeskForm::id).collect(Collectors.toSet()),
                is("relayed") ? Optional.of(NewMatter.OnBehalf.relayed(own)) : behalf(),
                files,
                Optional.of(asked.edition()));
    }

    private Optional<NewMatter.OnBehalf> behalf() {
        return organisation()
                .map(organisation -> new NewMatter.OnBehalf(
                        organisation,
                        choice(Channel.class, "channel", "desk.channel"),
                        value("contact").strip()));
    }

    Update update(List<Question> questions, List<NewMatter.Upload> files) {
        var tellings = Tellings.of(fields, questions);
        return new Update(
                number("expected"),
                choice(Stage.class, "stage", "desk.stage-missing"),
                value("title"),
                tellings.outline(),
                tellings.damage(),
                tellings.technical(),
                value("note").strip(),
                files);
    }

    private Tlp tlp() {
        return Tlp.parse(label()).orElseThrow(() -> new RuleBroken("desk.tlp"));
    }

    private int number(String name) {
        try {
            return Integer.parseInt(value(name));
        } catch (NumberFormatException malformed) {
            throw new RuleBroken("desk.choice");
        }
    }

    private <E extends Enum<E>> E choice(Class<E> type, String name, String otherwise) {
        try {
            return Enum.valueOf(type, value(name));
        } catch (IllegalArgumentException unknown) {
            throw new RuleBroken(otherwise);
        }
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new RuleBroken("desk.choice");
        }
    }
}

package noroshi.practice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.desk.MatterKind;
import noroshi.desk.Question;
import noroshi.desk.Tellings;
import noroshi.practice.NewPractice;
import noroshi.shared.RuleBroken;

/**
 * The practice form as somebody types it; nothing is refused here, so that nothing typed is lost.
 *
 * @param recipients ids of the organisations left ticked
 * @param shown ids of the organisations that the page had proposed
 */
public record PracticeForm(Map<String, String> fields, Set<String> recipients, Set<String> shown) {
    private static final Set<String> NAMES =
            Set.of("once", "kind", "title", "body", "damage", "technical", "system", "help", "hidden");

    public PracticeForm {
        fields = Map.copyOf(fields);
        recipients = Set.copyOf(recipients);
        shown = Set.copyOf(shown);
    }

    static PracticeForm blank() {
        return new PracticeForm(Map.of("once", UUID.randomUUID().toString()), Set.of(), Set.of());
    }

    static PracticeForm read(HttpServletRequest request) {
        var fields = new HashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (NAMES.contains(name) || Tellings.answers(name)) {
                fields.put(name, values[0].replace("\r\n", "\n"));
            }
        });
        return new PracticeForm(fields, all(request, "recipient"), all(request, "shown"));
    }

    /** The same words as a form of its own, to be sent as another practice. */
    PracticeForm another() {
        var again = new HashMap<>(fields);
        again.put("once", UUID.randomUUID().toString());
        return new PracticeForm(again, recipients, shown);
    }

    private static Set<String> all(HttpServletRequest request, String name) {
        return Arrays.stream(Objects.requireNonNullElse(request.getParameterValues(name), new String[0]))
                .collect(Collectors.toSet());
    }

    public String value(String name) {
        return fields.getOrDefault(name, "");
    }

    public boolean is(String name) {
        return value(name).equals("true");
    }

    /** The name of a question's field. */
    public static String field(Question question) {
        return Tellings.field(question);
    }

    Optional<String> system() {
        return Optional.of(value("system")).filter(code -> !code.isEmpty());
    }

    boolean report() {
        return value("kind").equals(MatterKind.REPORT.name());
    }

    NewPractice practice(List<Question> questions) {
        var tellings = Tellings.of(fields, questions).fitting(value("kind"));
        return new NewPractice(
                id(value("once")),
                kind(),
                value("title"),
                tellings.outline(),
                tellings.damage(),
                tellings.technical(),
                system(),
                is("help"),
                is("hidden"),
                recipients.stream().map(PracticeForm::id).collect(Collectors.toSet()));
    }

    private MatterKind kind() {
        try {
            return MatterKind.valueOf(value("kind"));
        } catch (IllegalArgumentException unknown) {
            throw new RuleBroken("desk.kind-missing");
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new RuleBroken("desk.choice");
        }
    }
}

package noroshi.bulletin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.bulletin.Confidence;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Manuscript;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Source;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;

/**
 * Everything the editor's form holds, as it was typed.
 *
 * @param id of the manuscript, chosen when the form was made
 * @param bundle the imported bundle it starts from; empty for none
 * @param lock the change the writer saw last; 0 before the first
 * @param audience fields of the chosen addressees
 */
public record BulletinForm(
        UUID id,
        String bundle,
        int lock,
        InformationKind information,
        Importance importance,
        Tlp tlp,
        int confidentiality,
        List<String> audience,
        Copy copy) {
    public static final int STEPS = 5;

    static BulletinForm of(Manuscript manuscript, Set<String> audience) {
        return of(
                manuscript.id(),
                manuscript.origin().map(origin -> origin.bundle().toString()).orElse(""),
                manuscript.lock(),
                manuscript.marking(),
                audience,
                manuscript.copy());
    }

    static BulletinForm of(UUID id, String bundle, int lock, Marking marking, Set<String> audience, Copy copy) {
        return new BulletinForm(
                id,
                bundle,
                lock,
                marking.information(),
                marking.importance(),
                marking.tlp(),
                marking.confidentiality(),
                List.copyOf(audience),
                copy);
    }

    static BulletinForm read(UUID id, HttpServletRequest request) {
        return new BulletinForm(
                id,
                text(request, "bundle"),
                number(request, "lock"),
                choice(InformationKind.class, request, "information", InformationKind.ADVISORY),
                choice(Importance.class, request, "importance", Importance.INFO),
                choice(Tlp.class, request, "tlp", Tlp.AMBER),
                number(request, "confidentiality") == 1 ? 1 : 2,
                Arrays.asList(Objects.requireNonNullElse(request.getParameterValues("audience"), new String[0])),
                copy(request));
    }

    private static Copy copy(HttpServletRequest request) {
        return new Copy(
                new Copy.Pro(text(request, "proTitle"), text(request, "proBody")),
                new Copy.General(
                        text(request, "generalTitle"),
                        text(request, "sentence"),
                        IntStream.rangeClosed(1, STEPS)
                                .mapToObj(n -> new Copy.Step(text(request, "step" + n), text(request, "detail" + n)))
                                .toList(),
                        text(request, "concern"),
                        text(request, "staffText")),
                text(request, "indicators"),
                choice(Source.class, request, "source", Source.CENTRE),
                choice(Confidence.class, request, "confidence", Confidence.UNKNOWN),
                text(request, "notePro"),
                text(request, "noteGeneral"),
                text(request, "safeSubject"));
    }

    Marking marking(Set<UUID> principals) {
        return new Marking(information, importance, tlp, confidentiality, principals);
    }

    Optional<UUID> imported() {
        try {
            return bundle.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(bundle));
        } catch (IllegalArgumentException malformed) {
            throw new RuleBroken("bulletin.choice");
        }
    }

    BulletinForm seeing(int newest) {
        return new BulletinForm(id, bundle, newest, information, importance, tlp, confidentiality, audience, copy);
    }

    /** The n-th thing to do, from 1; an empty one where nothing was typed. */
    public Copy.Step step(int n) {
        var steps = copy.general().steps();
        return n <= steps.size() ? steps.get(n - 1) : new Copy.Step("", "");
    }

    /** Browsers send lines ended by CR LF; we keep LF, so that saving again changes nothing. */
    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").replace("\r\n", "\n");
    }

    private static int number(HttpServletRequest request, String name) {
        try {
            return Integer.parseInt(Objects.requireNonNullElse(request.getParameter(name), "0"));
        } catch (NumberFormatException malformed) {
            throw new RuleBroken("bulletin.choice");
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, HttpServletRequest request, String name, E otherwise) {
        var typed = text(request, name);
        try {
            return typed.isEmpty() ? otherwise : Enum.valueOf(type, typed);
        } catch (IllegalArgumentException unknown) {
            throw new RuleBroken("bulletin.choice");
        }
    }
}

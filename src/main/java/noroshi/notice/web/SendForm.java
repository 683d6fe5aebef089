package noroshi.notice.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.notice.Finding;
import noroshi.notice.NewNotice;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.site.FormErrors;
import noroshi.topic.SafeSubject;
import org.jspecify.annotations.Nullable;

/**
 * A notice as the duty desk types it.
 *
 * @param places one on each line
 * @param organisation short name or name of who is told of places that nobody has registered
 * @param to ids of the organisations that were matched and chosen
 */
public record SendForm(
        String title,
        String finding,
        String severity,
        String tlp,
        String what,
        String advice,
        String observer,
        String seen,
        String due,
        String places,
        String organisation,
        List<UUID> to,
        String safeSubject) {

    public SendForm(
            @Nullable String title,
            @Nullable String finding,
            @Nullable String severity,
            @Nullable String tlp,
            @Nullable String what,
            @Nullable String advice,
            @Nullable String observer,
            @Nullable String seen,
            @Nullable String due,
            @Nullable String places,
            @Nullable String organisation,
            @Nullable List<UUID> to,
            @Nullable String safeSubject) {
        this.title = or(title);
        this.finding = or(finding);
        this.severity = or(severity);
        this.tlp = or(tlp);
        this.what = or(what);
        this.advice = or(advice);
        this.observer = or(observer);
        this.seen = or(seen);
        this.due = or(due);
        this.places = or(places);
        this.organisation = or(organisation).strip();
        this.to = to == null ? List.of() : List.copyOf(to);
        this.safeSubject = or(safeSubject);
    }

    Set<UUID> chosen() {
        return new LinkedHashSet<>(to);
    }

    NewNotice read(ZoneId zone) {
        var found = Arrays.stream(Finding.values())
                .filter(it -> it.name().equals(finding))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("notice.finding-missing"));
        var label = Tlp.parse(tlp).orElseThrow(() -> new RuleBroken("notice.tlp"));
        return new NewNotice(
                title,
                found,
                severity.matches("[1-4]") ? Integer.parseInt(severity) : 0,
                label,
                what,
                advice,
                observer,
                Moments.read(seen, zone).orElseThrow(() -> new RuleBroken("notice.seen-missing")),
                Moments.read(due, zone).orElseThrow(() -> new RuleBroken("notice.due-missing")),
                new SafeSubject(safeSubject));
    }

    static FormErrors errors(RuleBroken refusal) {
        var field = switch (refusal.key()) {
            case "notice.title-missing", "notice.title-too-long" -> "title";
            case "notice.what-missing", "notice.what-too-long", "notice.names-another" -> "what";
            case "notice.advice-missing", "notice.advice-too-long" -> "advice";
            case "notice.observer-missing", "notice.observer-too-long" -> "observer";
            case "notice.finding-missing" -> "finding";
            case "notice.severity" -> "severity";
            case "notice.tlp" -> "tlp";
            case "topic.safe-subject-too-long" -> "safeSubject";
            case "notice.seen-missing", "notice.seen-later" -> "seen";
            case "notice.due-missing", "notice.due" -> "due";
            case "notice.organisation-unknown" -> "organisation";
            case "notice.nobody", "notice.too-many", "notice.places-unread", "notice.matching-changed" -> "places";
            default -> "";
        };
        return FormErrors.none().and(field, refusal.key(), refusal.arguments());
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}

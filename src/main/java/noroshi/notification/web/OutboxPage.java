package noroshi.notification.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.PersonName;
import noroshi.notification.Dispatch;
import noroshi.site.FormErrors;
import noroshi.site.Step;
import noroshi.site.Ui;

/** What became of mail. */
public record OutboxPage(
        List<Dispatch> rows,
        Map<UUID, PersonName> people,
        List<Step> shows,
        int number,
        boolean more,
        boolean administers,
        FormErrors errors) {
    public String name(Dispatch row) {
        return Optional.ofNullable(people.get(row.person()))
                .map(person -> person.in(Ui.locale()))
                .orElse("");
    }

    /** How a state looks, beside its word. */
    public String tone(Dispatch row) {
        return switch (row.state()) {
            case REFUSED, GIVEN_UP -> "danger";
            case WAITING, LEAVING -> "warn";
            case SENT, KEPT -> "ok";
            case DROPPED -> "soft";
        };
    }
}

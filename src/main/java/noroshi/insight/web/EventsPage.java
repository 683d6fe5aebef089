package noroshi.insight.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.insight.Event;
import noroshi.shared.Seen;
import noroshi.site.FormErrors;

/**
 * The calendar of events, with the form that adds one or changes one.
 *
 * @param editing the event being changed; empty when one is added
 */
public record EventsPage(List<Event> events, Optional<UUID> editing, EventForm form, Seen seen, FormErrors errors) {
    public String path() {
        return "/insight/events" + editing.map(id -> "/" + id).orElse("");
    }
}

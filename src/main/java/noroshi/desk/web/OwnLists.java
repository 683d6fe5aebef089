package noroshi.desk.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.desk.Capabilities;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Departures;
import noroshi.desk.Inquiries;
import noroshi.desk.Matter;
import noroshi.shared.Actor;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import org.springframework.stereotype.Component;

/** Composes what a member finds at the desk: what they are asked, their matters, and those of others. */
@Component
class OwnLists {
    private final ConsultationDesk desk;
    private final Inquiries inquiries;
    private final Names names;
    private final Departures departures;
    private final Capabilities capabilities;

    OwnLists(
            ConsultationDesk desk, Inquiries inquiries, Names names, Departures departures, Capabilities capabilities) {
        this.capabilities = capabilities;
        this.departures = departures;
        this.desk = desk;
        this.inquiries = inquiries;
        this.names = names;
    }

    Page page(ListPage.Typed typed, FormErrors errors, Actor actor) {
        var missing = departures.matters(actor);
        return new Page(
                "desk/list",
                new ListPage(
                        inquiries.open(actor),
                        lines(desk.ours(actor), missing),
                        lines(desk.shared(actor), missing),
                        capabilities.speaks(actor),
                        typed,
                        errors));
    }

    private List<ListPage.Line> lines(List<Matter> matters, Set<UUID> missing) {
        var known = names.reporters(matters);
        return matters.stream()
                .map(matter -> new ListPage.Line(matter, Names.by(matter, known), missing.contains(matter.topic())))
                .toList();
    }
}

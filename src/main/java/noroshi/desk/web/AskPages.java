package noroshi.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Proposed;
import noroshi.desk.Sharing;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Composes the form in which somebody reports or asks. */
@Component
class AskPages {
    private static final int ALL = 1000;

    private final ConsultationDesk desk;
    private final Sharing sharing;
    private final Members members;

    AskPages(ConsultationDesk desk, Sharing sharing, Members members) {
        this.desk = desk;
        this.sharing = sharing;
        this.members = members;
    }

    Page page(DeskForm form, Optional<Instant> keptAt, FormErrors errors, Actor actor) {
        return page(form, keptAt, TimesPart.NOTHING, errors, actor);
    }

    /** The form as it was sent, with what its times contradict. */
    Page page(DeskForm form, TimesPart times, Actor actor) {
        return page(form, Optional.empty(), times, FormErrors.none(), actor);
    }

    private Page page(DeskForm form, Optional<Instant> keptAt, TimesPart times, FormErrors errors, Actor actor) {
        var staff = desk.staff(actor);
        var parties = proposed(form, staff, actor);
        var fresh = unseen(form, parties);
        var lines = parties.stream()
                .map(it -> line(it, form.recipients().contains(it.id().toString()) || fresh.contains(it.id())))
                .toList();
        var asked = desk.asked(form.edition(), actor);
        var systems = sharing.systems(actor).stream()
                .map(system -> new Choice(system.code(), system.in(Ui.locale())))
                .toList();
        return new Page(
                "desk/new",
                new AskPage(
                        form,
                        asked,
                        systems,
                        lines,
                        !form.shown().isEmpty() && !fresh.isEmpty(),
                        staff ? Optional.of(behalf()) : Optional.empty(),
                        desk.relays(actor),
                        times,
                        keptAt,
                        errors));
    }

    /** Whom the rules name and the page had not shown: nobody is told, or left out, unseen. */
    List<UUID> unseen(DeskForm form, Actor actor) {
        return unseen(form, proposed(form, desk.staff(actor), actor));
    }

    private static List<UUID> unseen(DeskForm form, List<Proposed> parties) {
        return parties.stream()
                .map(Proposed::id)
                .filter(id -> !form.shown().contains(id.toString()))
                .toList();
    }

    private List<Proposed> proposed(DeskForm form, boolean staff, Actor actor) {
        var organisation = staff ? form.organisation().orElse(actor.organisation()) : actor.organisation();
        return sharing.proposed(organisation, form.system(), actor);
    }

    private AskPage.Behalf behalf() {
        return new AskPage.Behalf(members.organisationsCalled("", ALL).stream()
                .map(name -> new Choice(name.id().toString(), name.in(Ui.locale())))
                .toList());
    }

    private static AskPage.PartyLine line(Proposed it, boolean ticked) {
        return new AskPage.PartyLine(
                it.id().toString(),
                it.organisation().in(Ui.locale()),
                Ui.word("desk.trigger", it.reason()),
                sees(it.damage(), it.technical()),
                ticked);
    }

    /** What of a matter somebody reads, in words. */
    static String sees(boolean damage, boolean technical) {
        var parts = new ArrayList<String>();
        parts.add(Ui.text("desk.place.outline"));
        if (damage) {
            parts.add(Ui.text("desk.place.damage"));
        }
        if (technical) {
            parts.add(Ui.text("desk.place.technical"));
        }
        return parts.stream().collect(Collectors.joining(Ui.text("desk.and")));
    }
}

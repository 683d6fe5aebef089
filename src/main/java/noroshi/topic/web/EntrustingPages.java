package noroshi.topic.web;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Ui;
import noroshi.topic.Entrustable;
import noroshi.topic.Entrusting;
import noroshi.topic.Entrustings;
import org.springframework.stereotype.Component;

/** Composes the page on which topics are entrusted to a window. */
@Component
class EntrustingPages {
    private static final int ROWS = 50;

    private final Entrustings entrustings;
    private final Members members;

    EntrustingPages(Entrustings entrustings, Members members) {
        this.entrustings = entrustings;
        this.members = members;
    }

    /** What others left is ticked at first, and who looks at it takes out what is not meant; what is one's own is not. */
    Page list(UUID id, int number, int trusts, Actor actor) {
        var left = found(id, number, actor).stream()
                .filter(each -> !each.author().equals(actor.person()))
                .map(Entrustable::topic)
                .collect(toSet());
        return page(id, left, "", number, trusts, Optional.empty(), FormErrors.none(), actor);
    }

    Page again(UUID id, Set<UUID> chosen, String to, int number, FormErrors errors, Actor actor) {
        return page(id, chosen, to, number, 1, Optional.empty(), errors, actor);
    }

    Page preview(UUID id, Set<UUID> chosen, String to, int number, Actor actor) {
        var target = entrustings.target(id, to, actor);
        var topics = found(id, number, actor).stream()
                .filter(each -> chosen.contains(each.topic()))
                .toList();
        if (topics.isEmpty()) {
            throw new RuleBroken("topic.entrusting.none-chosen");
        }
        var keepers = entrustings.keepers(target.id(), actor);
        if (keepers.isEmpty()) {
            throw new RuleBroken("topic.entrusting.nobody");
        }
        var names = names(Stream.concat(keepers.stream(), topics.stream().map(Entrustable::author))
                .collect(toSet()));
        var preview = new EntrustingPage.Preview(
                lines(topics, names),
                target.in(Ui.locale()),
                keepers.stream()
                        .map(each -> names.getOrDefault(each, ""))
                        .sorted()
                        .toList());
        return page(id, chosen, to, number, 1, Optional.of(preview), FormErrors.none(), actor);
    }

    private Page page(
            UUID id,
            Set<UUID> chosen,
            String to,
            int number,
            int trusts,
            Optional<EntrustingPage.Preview> preview,
            FormErrors errors,
            Actor actor) {
        var organisation = entrustings.of(id, actor);
        var found = entrustings.left(id, window(number), actor);
        var shown = found.subList(0, Math.min(ROWS, found.size()));
        var trusted = entrustings.entrusted(id, window(trusts), actor);
        var entrusted = trusted.subList(0, Math.min(ROWS, trusted.size()));
        var names = names(Stream.concat(
                        shown.stream().map(Entrustable::author),
                        entrusted.stream().map(Entrusting::by))
                .collect(toSet()));
        var organisations = members.organisations(entrusted.stream()
                .flatMap(each -> Stream.of(each.from(), each.to()))
                .collect(toSet()));
        return new Page(
                "topic/entrusting",
                new EntrustingPage(
                        organisation,
                        !id.equals(actor.organisation()),
                        Entrustings.administers(organisation, actor),
                        lines(shown, names),
                        Math.max(number, 1),
                        found.size() > ROWS,
                        to,
                        chosen,
                        preview,
                        entrusted.stream()
                                .map(each -> new EntrustingPage.Trust(
                                        each,
                                        Optional.ofNullable(organisations.get(each.from()))
                                                .map(name -> name.in(Ui.locale()))
                                                .orElse(""),
                                        Optional.ofNullable(organisations.get(each.to()))
                                                .map(name -> name.in(Ui.locale()))
                                                .orElse(""),
                                        names.getOrDefault(each.by(), "")))
                                .toList(),
                        Math.max(trusts, 1),
                        trusted.size() > ROWS,
                        errors));
    }

    private List<Entrustable> found(UUID id, int number, Actor actor) {
        var found = entrustings.left(id, window(number), actor);
        return found.subList(0, Math.min(ROWS, found.size()));
    }

    private static List<EntrustingPage.Line> lines(List<Entrustable> topics, Map<UUID, String> names) {
        return topics.stream()
                .map(each -> new EntrustingPage.Line(each, names.getOrDefault(each.author(), "")))
                .toList();
    }

    private Map<UUID, String> names(Collection<UUID> people) {
        var names = new HashMap<UUID, String>();
        members.names(people).forEach((id, name) -> names.put(id, name.in(Ui.locale())));
        return names;
    }

    private static Window window(int number) {
        return new Window((Math.clamp(number, 1, 10_000) - 1) * ROWS, ROWS + 1);
    }
}

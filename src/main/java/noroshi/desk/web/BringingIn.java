package noroshi.desk.web;

import gg.jte.Content;
import java.util.Optional;
import noroshi.desk.Beside;
import noroshi.desk.Matter;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.Choice;
import noroshi.site.Parts;
import noroshi.site.Ui;
import noroshi.topic.Colleagues;
import org.springframework.stereotype.Component;

/** Stands beside a matter for who holds a window that received it: the way to let a colleague read. */
@Component
class BringingIn implements Beside {
    private final Colleagues colleagues;
    private final Members members;
    private final Parts parts;

    BringingIn(Colleagues colleagues, Members members, Parts parts) {
        this.colleagues = colleagues;
        this.members = members;
        this.parts = parts;
    }

    @Override
    public Optional<Content> of(Matter matter, Actor actor) {
        var absent = colleagues.absent(matter.topic(), actor);
        if (absent.isEmpty()) {
            return Optional.empty();
        }
        var names = members.names(absent);
        var people = absent.stream()
                .flatMap(person -> Optional.ofNullable(names.get(person)).stream()
                        .map(name -> new Choice(person.toString(), name.in(Ui.locale()))))
                .toList();
        return Optional.of(parts.draw("desk/bring_in", new BringInPart(matter, people)));
    }
}

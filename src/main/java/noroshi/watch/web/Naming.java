package noroshi.watch.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.membership.Members;
import noroshi.membership.PersonName;
import noroshi.site.Ui;
import noroshi.watch.Duty;
import noroshi.watch.Hours;
import noroshi.watch.Shift;
import org.springframework.stereotype.Component;

/** Says shifts and people in the reader's words. */
@Component
class Naming {
    private final Members members;

    Naming(Members members) {
        this.members = members;
    }

    String shift(Shift shift) {
        return shift(shift.hours().map(it -> it.in(Ui.locale())), shift);
    }

    private static String shift(Optional<String> name, Shift shift) {
        return Ui.text(
                "watch.shift",
                Ui.date(shift.day()),
                name.orElseGet(() -> Ui.text("watch.on-call")),
                Ui.time(shift.begins()),
                Ui.time(shift.ends()));
    }

    /** The shift of a sheet, which knows only the id of its hours. */
    String shift(Optional<UUID> hours, Instant begins, List<Hours> known) {
        var name = hours.flatMap(
                        id -> known.stream().filter(it -> it.id().equals(id)).findFirst())
                .map(it -> it.in(Ui.locale()))
                .orElseGet(() -> Ui.text("watch.on-call"));
        return Ui.text("watch.shift.brief", Ui.date(begins), name, Ui.time(begins));
    }

    Map<UUID, String> people(Collection<UUID> ids) {
        return members.names(ids).values().stream().collect(Collectors.toMap(PersonName::id, it -> it.in(Ui.locale())));
    }

    Map<UUID, String> of(List<Duty> duties) {
        return people(duties.stream().map(Duty::person).distinct().toList());
    }

    /** The candidates of the rota, in their order. */
    List<PersonName> candidates(List<UUID> ids) {
        var names = members.names(ids);
        return ids.stream().map(names::get).filter(Objects::nonNull).toList();
    }
}

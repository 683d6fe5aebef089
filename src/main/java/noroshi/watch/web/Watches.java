package noroshi.watch.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.shared.Actor;
import noroshi.site.Ui;
import noroshi.watch.Duty;
import noroshi.watch.Handovers;
import noroshi.watch.Hours;
import noroshi.watch.Rota;
import noroshi.watch.Sheet;
import noroshi.watch.Structure;
import org.springframework.stereotype.Component;

/** Composes who is on watch. */
@Component
class Watches {
    private final Rota rota;
    private final Handovers handovers;
    private final Structure structure;
    private final Naming naming;

    Watches(Rota rota, Handovers handovers, Structure structure, Naming naming) {
        this.rota = rota;
        this.handovers = handovers;
        this.structure = structure;
        this.naming = naming;
    }

    NowPart at(Instant moment, boolean live, Actor actor) {
        var watch = rota.at(moment, actor);
        var coming = watch.next().map(Rota.Next::duties).orElse(List.of());
        var names = naming.of(
                Stream.concat(watch.duties().stream(), coming.stream()).toList());
        var missing = live ? handovers.missing(actor) : Handovers.Missing.NOTHING;
        var hours = missing.any() || !missing.toTake().isEmpty() ? structure.everyHours(actor) : List.<Hours>of();
        return new NowPart(
                live,
                !watch.duties().isEmpty() || !coming.isEmpty(),
                Ui.word("watch.mode", watch.mode()),
                naming.shift(watch.shift()),
                watch.shift().onCall(),
                watch.shift().ends(),
                watch.posts().stream()
                        .map(post -> new NowPart.Place(
                                post.in(Ui.locale()),
                                watch.of(post).stream()
                                        .map(duty -> new NowPart.Who(name(duty, names), duty.phone()))
                                        .toList(),
                                watch.gap(post)))
                        .toList(),
                watch.next()
                        .map(next -> new NowPart.Next(
                                naming.shift(next.shift()),
                                next.shift().begins(),
                                next.duties().stream()
                                        .map(duty -> name(duty, names))
                                        .distinct()
                                        .collect(Collectors.joining(Ui.text("watch.comma"))))),
                missing.owed().stream()
                        .map(it -> naming.shift(it.hours(), it.begins(), hours))
                        .toList(),
                waiting(missing.untaken(), hours),
                waiting(missing.toTake(), hours));
    }

    private static String name(Duty duty, Map<UUID, String> names) {
        return Optional.ofNullable(names.get(duty.person())).orElse("");
    }

    private List<NowPart.Waiting> waiting(List<Sheet> sheets, List<Hours> hours) {
        return sheets.stream()
                .map(it -> new NowPart.Waiting(
                        naming.shift(it.hours(), it.begins(), hours), "/desk/watch/sheets/" + it.id()))
                .toList();
    }
}

package noroshi.desk.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import noroshi.desk.Channel;
import noroshi.desk.Counted;
import noroshi.desk.DeskFigures;
import noroshi.desk.Effect;
import noroshi.desk.MatterKind;
import noroshi.desk.Reached;
import noroshi.site.Ui;
import org.jspecify.annotations.Nullable;

/**
 * Which number of the figures somebody opens.
 *
 * @param up {@code reported}, {@code impact}: what became of it at the reports upwards
 * @param clock a clock that is known of it
 * @param told the kind of organisation that was told; {@code view} whether it has opened it
 * @param shared {@code true} or a month: everybody reads of it without its names
 */
public record FiguresChosen(
        String intake,
        String channel,
        String month,
        String sector,
        String kind,
        String effect,
        String up,
        String clock,
        String told,
        String view,
        String shared,
        String list) {
    static final String NONE = "NONE";

    public FiguresChosen(
            @Nullable String intake,
            @Nullable String channel,
            @Nullable String month,
            @Nullable String sector,
            @Nullable String kind,
            @Nullable String effect,
            @Nullable String up,
            @Nullable String clock,
            @Nullable String told,
            @Nullable String view,
            @Nullable String shared,
            @Nullable String list) {
        this.intake = word(intake);
        this.channel = word(channel);
        this.month = word(month);
        this.sector = word(sector);
        this.kind = word(kind);
        this.effect = word(effect);
        this.up = word(up);
        this.clock = word(clock);
        this.told = word(told);
        this.view = word(view);
        this.shared = word(shared);
        this.list = word(list);
    }

    private static String word(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** Whether somebody opens a number at all. */
    boolean opens() {
        return list.equals("true");
    }

    /** Whether the number counts organisations that were told, not matters. */
    boolean ofReached() {
        return !told.isEmpty();
    }

    Predicate<Counted> wanted(ZoneId zone) {
        return it -> (intake.isEmpty() || it.intake().equals(intake))
                && (channel.isEmpty() || it.channel().name().equals(channel))
                && (month.isEmpty() || Counting.month(it, zone).toString().equals(month))
                && (sector.isEmpty() || it.sector().orElse(NONE).equals(sector))
                && (kind.isEmpty() || it.kind().name().equals(kind))
                && (effect.isEmpty()
                        || it.effect().map(Enum::name).orElse(Counted.OPEN).equals(effect))
                && (!up.equals("reported") || it.reported())
                && (!up.equals("impact") || it.impact())
                && (shared.isEmpty()
                        || (shared.equals("true")
                                ? it.told().isPresent()
                                : Counting.toldIn(it, zone)
                                        .filter(in -> in.toString().equals(shared))
                                        .isPresent()))
                && (clock.isEmpty() || Counting.known(clock, it));
    }

    Predicate<Reached> reached() {
        return it -> (told.equals("ALL") || category(it).equals(told))
                && (!view.equals("opened") || it.firstAt().isPresent());
    }

    static String category(Reached it) {
        return it.category().isEmpty() ? NONE : it.category();
    }

    /** What the list is called. */
    String title(DeskFigures.Labels labels) {
        var parts = new ArrayList<String>();
        if (Counting.classes().contains(intake)) {
            parts.add(Counting.name(intake));
        }
        named(Channel.values(), channel, "desk.channel").ifPresent(parts::add);
        named(MatterKind.values(), kind, "desk.kind").ifPresent(parts::add);
        named(Effect.values(), effect, "desk.effect").ifPresent(parts::add);
        if (effect.equals(Counted.OPEN)) {
            parts.add(Ui.text("desk.figures.open"));
        }
        if (!month.isEmpty()) {
            parts.add(month);
        }
        if (!sector.isEmpty()) {
            parts.add(sector.equals(NONE) ? Ui.text("desk.figures.no-sector") : labels.sector(sector, Ui.locale()));
        }
        if (List.of("reported", "impact").contains(up)) {
            parts.add(Ui.text("desk.figures." + up));
        }
        if (List.of("acknowledged", "helped", "closed").contains(clock)) {
            parts.add(Ui.text("desk.figures." + clock));
        }
        if (!shared.isEmpty()) {
            parts.add(
                    shared.equals("true")
                            ? Ui.text("desk.figures.told-to-all")
                            : Ui.text("desk.figures.told-in", shared));
        }
        if (ofReached()) {
            parts.add(Counting.category(told, labels));
            parts.add(Ui.text(view.equals("opened") ? "desk.figures.opened" : "desk.figures.told"));
        }
        return parts.isEmpty() ? Ui.text("desk.figures.all") : String.join(" / ", parts);
    }

    private static Optional<String> named(Enum<?>[] all, String name, String key) {
        return Stream.of(all).filter(it -> it.name().equals(name)).findFirst().map(it -> Ui.word(key, it));
    }
}

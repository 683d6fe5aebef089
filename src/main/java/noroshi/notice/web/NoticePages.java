package noroshi.notice.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.membership.Members;
import noroshi.notice.Call;
import noroshi.notice.DutyDesk;
import noroshi.notice.NoticeFilter;
import noroshi.notice.NoticeFilter.Show;
import noroshi.notice.NoticeRow;
import noroshi.notice.Notices;
import noroshi.notice.WaitingTimes;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Composes the list of notices. */
@Component
class NoticePages {
    /** What the duty desk alone looks for. */
    private static final EnumSet<Show> WATCHED =
            EnumSet.of(Show.UNOPENED, Show.RECHECK, Show.RECHECK_DUE, Show.ANSWERED_LATE);

    static final int ROWS = 50;

    private final Notices notices;
    private final DutyDesk desk;
    private final Members members;
    private final Clock clock;

    NoticePages(Notices notices, DutyDesk desk, Members members, Clock clock) {
        this.notices = notices;
        this.desk = desk;
        this.members = members;
        this.clock = clock;
    }

    Page list(NoticeFilter filter, int page, Actor actor) {
        var number = Math.clamp(page, 1, 10_000);
        var watches = notices.watching(actor);
        var found = notices.list(filter, new Window((number - 1) * ROWS, ROWS + 1), actor);
        var rows = found.subList(0, Math.min(ROWS, found.size()));
        var calls = desk.calls(actor);
        var empty = desk.emptyWindows(actor);
        var names = names(Stream.of(
                        rows.stream().map(NoticeRow::organisation),
                        calls.stream().map(Call::organisation),
                        empty.stream())
                .flatMap(it -> it)
                .toList());
        return new Page(
                "notice/list",
                new NoticesPage(
                        rows.stream()
                                .map(row -> new NoticesPage.Line(row, names.getOrDefault(row.organisation(), "")))
                                .toList(),
                        filter,
                        shows(filter.show(), watches),
                        narrowed(filter, actor),
                        watches,
                        calls.stream()
                                .map(call ->
                                        new NoticesPage.CallLine(call, names.getOrDefault(call.organisation(), "")))
                                .toList(),
                        empty.stream().map(id -> names.getOrDefault(id, "")).toList(),
                        clock.instant(),
                        number,
                        found.size() > ROWS));
    }

    Page call(UUID id, String reached, AnswerForm form, FormErrors errors, Actor actor) {
        var call = desk.call(id, actor);
        var organisation = members.organisation(call.organisation()).in(Ui.locale());
        return new Page("notice/call", new CallPage(call, organisation, reached, form, errors));
    }

    Map<UUID, String> names(Collection<UUID> organisations) {
        var names = new HashMap<UUID, String>();
        members.organisations(organisations).forEach((id, name) -> names.put(id, name.in(Ui.locale())));
        return names;
    }

    private static List<Step> shows(Show current, boolean watches) {
        return Arrays.stream(Show.values())
                .filter(show -> watches || !WATCHED.contains(show))
                .map(show -> new Step(
                        Ui.word("notice.show", show),
                        "/notices?show=" + show.name().toLowerCase(Locale.ROOT),
                        show == current))
                .toList();
    }

    /** What a figure's link asked for. */
    private String narrowed(NoticeFilter filter, Actor actor) {
        var batch = filter.batch().flatMap(id -> desk.batch(id, actor));
        if (batch.isPresent()) {
            var it = batch.get();
            return Ui.text("notice.narrowed.batch", it.sent(), it.opened(), it.answered());
        }
        var words = filter.finding().map(it -> Ui.word("notice.finding", it)).orElse("");
        return filter.waited()
                .map(waited -> Ui.text(
                        waited.answer() ? "notice.narrowed.answer" : "notice.narrowed.view", bucket(waited.bucket())))
                .orElse(words);
    }

    private static String bucket(int bucket) {
        return bucket > WaitingTimes.LIMITS.size() ? Ui.text("notice.wait.never") : Ui.text("notice.wait." + bucket);
    }
}

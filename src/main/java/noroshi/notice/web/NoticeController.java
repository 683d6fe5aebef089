package noroshi.notice.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import noroshi.notice.NoticeRow;
import noroshi.notice.Notices;
import noroshi.notice.Standing;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Sheet;
import noroshi.site.SiteSettings;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of notices, and the answer to one. */
@Controller
@RequestMapping("/notices")
class NoticeController {
    private static final int AT_ONCE = 200;

    private final Notices notices;
    private final NoticePages pages;
    private final NoticeParts parts;
    private final SiteSettings site;

    NoticeController(Notices notices, NoticePages pages, NoticeParts parts, SiteSettings site) {
        this.notices = notices;
        this.pages = pages;
        this.parts = parts;
        this.site = site;
    }

    @GetMapping
    Page list(@ModelAttribute NoticeQuery query, @RequestParam(defaultValue = "1") int page, Actor actor) {
        return pages.list(query.filter(site.tz()), page, actor);
    }

    @GetMapping({"/list.csv", "/list.xlsx"})
    ResponseEntity<byte[]> export(@ModelAttribute NoticeQuery query, Actor actor) {
        var filter = query.filter(site.tz());
        var rows = new ArrayList<NoticeRow>();
        for (int offset = 0; rows.size() == offset; offset += AT_ONCE) {
            rows.addAll(notices.list(filter, new Window(offset, AT_ONCE), actor));
        }
        var names = pages.names(
                rows.stream().map(NoticeRow::organisation).distinct().toList());
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                Ui.text("notice.column.sent"),
                Ui.text("notice.column.organisation"),
                Ui.text("notice.column.title"),
                Ui.text("notice.column.finding"),
                Ui.text("notice.column.severity"),
                Ui.text("notice.column.place"),
                Ui.text("notice.column.due"),
                Ui.text("notice.column.viewed"),
                Ui.text("notice.column.answered"),
                Ui.text("notice.column.state")));
        rows.forEach(row -> table.add(cells(row, names.getOrDefault(row.organisation(), ""))));
        return new Sheet(table).as("notices", Ui.path());
    }

    private static List<String> cells(NoticeRow row, String organisation) {
        return List.of(
                Ui.machineTime(row.sentAt()),
                organisation,
                row.title(),
                Ui.word("notice.finding", row.finding()),
                Ui.text("site.severity." + row.severity()),
                row.place(),
                Ui.machineTime(row.due()),
                row.firstViewAt().map(Ui::machineTime).orElse(""),
                row.firstAnswerAt().map(Ui::machineTime).orElse(""),
                Ui.text("notice.state." + state(row.standing())));
    }

    private static String state(Standing standing) {
        return switch (standing) {
            case Standing.Open() -> "open";
            case Standing.Working working -> "working";
            case Standing.Settled settled -> settled.affected() ? "done" : "not-affected";
        };
    }

    /** A notice is read on the page of its topic, where it is opened, answered and talked about. */
    @GetMapping("/{id}")
    Redirect show(@PathVariable UUID id, Actor actor) {
        return Redirect.to("/topics/" + notices.show(id, actor).topic());
    }

    @PostMapping("/{id}/answers")
    Object answer(@PathVariable UUID id, @ModelAttribute AnswerForm form, Actor actor) {
        var notice = notices.show(id, actor);
        try {
            notices.answer(notice.topic(), form.read(site.tz()), actor);
            return Redirect.to("/topics/" + id).saying("notice.answered");
        } catch (RuleBroken refusal) {
            return new Page("notice/answer", parts.of(id, form, AnswerForm.errors(refusal), actor))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}

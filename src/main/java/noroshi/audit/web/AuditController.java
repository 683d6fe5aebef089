package noroshi.audit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import noroshi.audit.AuditReading;
import noroshi.audit.Breadth;
import noroshi.audit.Entry;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.site.Page;
import noroshi.site.Sheet;
import noroshi.site.SiteSettings;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit trail: what one did oneself, for administrators what theirs did. */
@Controller
@RequestMapping("/audit")
class AuditController {
    private static final int AT_ONCE = 50;

    private final AuditReading trail;
    private final AuditWords words;
    private final SiteSettings site;

    AuditController(AuditReading trail, AuditWords words, SiteSettings site) {
        this.trail = trail;
        this.words = words;
        this.site = site;
    }

    @GetMapping
    Page list(@ModelAttribute AuditQuery query, @RequestParam(defaultValue = "1") int page, Actor actor) {
        var filter = query.filter(site.tz());
        var found = trail.look(filter, Window.page(page, AT_ONCE), actor);
        var breadths = trail.breadths(actor);
        var here = filter.breadth().orElseGet(() -> trail.widest(actor));
        return new Page(
                "audit/list",
                new AuditPage(
                        breadths.stream().map(each -> step(each, here, query)).toList(),
                        query,
                        query.unread(),
                        breadths.contains(Breadth.SEALED),
                        words.acts(),
                        found.stream().map(entry -> words.line(entry, query)).toList(),
                        new AuditPage.Files(
                                query.address("/audit/list.csv", "whose", query.whose()),
                                query.address("/audit/list.xlsx", "whose", query.whose())),
                        page,
                        found.size() == AT_ONCE));
    }

    private static Step step(Breadth each, Breadth here, AuditQuery query) {
        var whose = each.name().toLowerCase(Locale.ROOT);
        return new Step(Ui.word("audit.breadth", each), query.address("/audit", "whose", whose), each == here);
    }

    @GetMapping({"/list.csv", "/list.xlsx"})
    ResponseEntity<byte[]> export(@ModelAttribute AuditQuery query, Actor actor) {
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                Ui.text("audit.column.at"),
                Ui.text("audit.column.login"),
                Ui.text("audit.column.person"),
                Ui.text("audit.column.organisation"),
                Ui.text("audit.column.via"),
                Ui.text("audit.column.code"),
                Ui.text("audit.column.act"),
                Ui.text("audit.column.subject"),
                Ui.text("audit.column.subject-name"),
                Ui.text("audit.column.sealed"),
                Ui.text("audit.column.detail")));
        trail.takeAway(query.filter(site.tz()), AuditReading.MOST, actor).forEach(entry -> table.add(cells(entry)));
        return new Sheet(table).as("audit", Ui.path());
    }

    private List<String> cells(Entry entry) {
        return List.of(
                Ui.machineTime(entry.at()),
                entry.by().map(Entry.Doer::login).orElse(""),
                words.by(entry),
                entry.organisation().in(Ui.locale()),
                words.via(entry),
                entry.act(),
                words.act(entry.act()),
                entry.subject().map(Object::toString).orElse(""),
                entry.about().in(Ui.locale()),
                entry.sealed() ? Ui.text("audit.sealed.yes") : "",
                entry.detail());
    }
}

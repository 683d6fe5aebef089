package noroshi;

import static noroshi.testing.Cast.*;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Newsroom;
import noroshi.desk.BoardViews;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Half;
import noroshi.desk.LadenMatter;
import noroshi.desk.Linked;
import noroshi.desk.Links;
import noroshi.desk.Macros;
import noroshi.desk.Matter;
import noroshi.desk.MatterKind;
import noroshi.desk.Matters;
import noroshi.desk.NewNote;
import noroshi.desk.NewSupport;
import noroshi.desk.NoteKind;
import noroshi.desk.PartyLists;
import noroshi.desk.Series;
import noroshi.desk.Sharing;
import noroshi.desk.Support;
import noroshi.desk.SupportDesk;
import noroshi.desk.SupportKind;
import noroshi.desk.Telling;
import noroshi.desk.Triage;
import noroshi.desk.Trigger;
import noroshi.desk.UpwardReports;
import noroshi.desk.Wanted;
import noroshi.knowledge.Articles;
import noroshi.knowledge.Written;
import noroshi.practice.NewPractice;
import noroshi.practice.PracticeDesk;
import noroshi.sanitised.SanitisedCopies;
import noroshi.sanitised.SanitisedCopy;
import noroshi.shared.RuleBroken;
import noroshi.vendor.Service;
import noroshi.vendor.Vendor;
import noroshi.vendor.Vendors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

/** A matter of Mika's at the consultation desk, with what hangs on it. */
@TestComponent
@Import({Matters.class, LadenMatter.class})
class MatrixMatters {
    @Autowired
    Matters matters;

    @Autowired
    LadenMatter laden;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Sharing sharing;

    @Autowired
    Triage triage;

    @Autowired
    PartyLists parties;

    @Autowired
    SupportDesk supports;

    @Autowired
    UpwardReports reports;

    @Autowired
    Links links;

    @Autowired
    Macros macros;

    @Autowired
    BoardViews views;

    @Autowired
    SanitisedCopies copies;

    @Autowired
    PracticeDesk practices;

    @Autowired
    Articles articles;

    @Autowired
    Vendors vendors;

    @Autowired
    Newsroom newsroom;

    Map<String, String> fresh() {
        var ids = new HashMap<String, String>();
        var system = matters.system();
        var matter = matters.reported("行列の案件", Optional.empty(), false, MIKA);
        var wanted = new Wanted("見てほしい", false, false);
        sharing.share(matter, RAILWAY, wanted, MIKA);
        var asDesk = desk.show(matter.reference(), DANA);
        ids.put("reference", matter.reference());
        ids.put("proposal", sharing.propose(asDesk, MINISTRY, wanted, DANA).toString());
        var task = new NewNote(NoteKind.TASK, "折り返す", Optional.empty());
        ids.put("note", triage.note(asDesk, task, DANA).toString());
        ids.put(
                "party",
                parties.add(Trigger.SYSTEM, system, POLICE, false, false, DANA).toString());
        sharing.share(matter, SPORTS, new Wanted("支援のため", false, true), MIKA);
        ids.put("recipient", SPORTS.toString());
        var help = new NewSupport(
                SPORTS, Set.of(SupportKind.INVESTIGATION), Support.Mode.REMOTE, "見てほしい", "一度", Optional.empty());
        ids.put("support", supports.ask(asDesk, help, DANA).toString());
        sharing.share(matter, POLICE, new Wanted("捜査のため", false, false), MIKA);
        ids.put("track", matters.track(matter, POLICE).toString());
        ids.put("form", "ministry");
        ids.put("asked", asked(asDesk).toString());
        var linked = matters.reported("つながる案件", Optional.empty(), false, MIKA);
        links.link(asDesk, desk.show(linked.reference(), DANA), Linked.Kind.RELATED, DANA);
        ids.put("linked", linked.reference());
        views.keep("行列", "view=late", DANA);
        ids.put("deskview", views.kept(DANA).getFirst().id().toString());
        ids.put("edition", "1");
        ids.put("macro", macros.add("行列 " + matter.reference(), "確認しています", DANA).toString());
        ids.put(
                "article",
                articles.write(new Written("行列の手引き", "まず確かめる"), Optional.of(asDesk), DANA)
                        .toString());
        var vendor =
                new Vendor(UUID.randomUUID(), "事業者", "Vendor", "じぎょうしゃ", Set.of(Service.OT), "", "", false, "", false);
        ids.put("vendor", vendors.add(vendor, DANA).toString());
        ids.put("inquiry", matters.inquiry(matter, SPORTS).toString());
        ids.put("call", matters.call(matter).toString());
        ids.put("report", report().toString());
        ids.put("series", Series.COORDINATION);
        ids.put("practice", practice().toString());
        ids.put("eventowner", OWNER.toString());
        ids.put("since", triage.ticket(asDesk, DANA).standing().since().toString());
        return ids;
    }

    private UUID practice() {
        return practices.send(
                new NewPractice(
                        UUID.randomUUID(),
                        MatterKind.CONSULTATION,
                        "行列の練習",
                        new Telling("どう書くか試す", Map.of()),
                        Telling.NOTHING,
                        Telling.NOTHING,
                        Optional.empty(),
                        false,
                        false,
                        Set.of()),
                MIKA);
    }

    private UUID asked(Matter matter) {
        var manuscript = newsroom.show(copies.begin(matter, DANA), DANA);
        var copy = manuscript.copy();
        var marking = manuscript.marking();
        var general = new Copy.General("注意", "開かないでください", List.of(new Copy.Step("開かない", "")), "全団体", "");
        var written = newsroom.write(
                manuscript.id(),
                manuscript.lock(),
                new Marking(marking.information(), marking.importance(), marking.tlp(), 2, Set.of(RAIL)),
                new Copy(copy.pro(), general, copy.indicators(), copy.source(), copy.confidence(), "", ""),
                DANA);
        copies.ask(matter, written.lock(), DANA);
        return copies.of(matter, DANA)
                .flatMap(SanitisedCopy::asking)
                .orElseThrow()
                .id();
    }

    /** A draft if there is still one to be written today, else what was sent. */
    private UUID report() {
        reports.begin(Series.COORDINATION, "調整センター", DANA);
        try {
            return reports.compose(Series.COORDINATION, LocalDate.now(ZoneId.of("Asia/Tokyo")), Half.AM, "", DANA);
        } catch (RuleBroken sent) {
            return reports.newest("", DANA).getFirst().id();
        }
    }
}

package noroshi;

import static noroshi.testing.Cast.*;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.desk.Channel;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.LadenMatter;
import noroshi.desk.Matter;
import noroshi.desk.MatterKind;
import noroshi.desk.NewMatter;
import noroshi.desk.Telling;
import noroshi.desk.Triage;
import noroshi.intel.enquiry.Enquiries;
import noroshi.knowledge.Articles;
import noroshi.notice.Sending;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the Centre's desk, agencies and providers do when it is their turn. */
class DutyLeavesRecordsTests extends ActsOnRecord {
    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    LadenMatter laden;

    @Autowired
    MatrixMatters laid;

    @Autowired
    Articles articles;

    @Autowired
    Sending sending;

    @Autowired
    Enquiries enquiries;

    private void leaves(String act, Matter on, Actor who, String endpoint, Map<String, String> ids, String... field)
            throws Exception {
        leaves(
                Left.on(on.topic(), act),
                new Act(who, endpoint, ids, field.length == 0 ? Map.of() : Map.of(field[0], field[1])));
    }

    private static Map<String, String> at(Matter matter) {
        return Map.of("reference", matter.reference());
    }

    @Test
    @LeavesRecords({
        "POST /desk/{reference}/acknowledgement",
        "POST /desk/{reference}/confirmation",
        "POST /desk/{reference}/late-words",
        "POST /desk/{reference}/departures/{recipient}"
    })
    void theDeskGoesThroughAMatter() throws Exception {
        var matter = matters.reported("受け付ける案件", Optional.of(matters.system(AGENCY)), false, MIKA);
        leaves("desk.matter-moved", matter, DANA, "POST /desk/{reference}/acknowledgement", at(matter));
        var asDesk = desk.show(matter.reference(), DANA);
        triage.answer(asDesk, "収まりました", true, List.of(), triage.lastWord(asDesk, DANA), DANA);
        desk.say(matter.reference(), "別の通信先が見つかりました", List.of(), JUN);
        leaves(
                "desk.late-words-seen",
                matter,
                DANA,
                "POST /desk/{reference}/late-words",
                at(matter),
                "until",
                "2100-01-01T00:00:00Z");
        var called = desk.show(called(), SORA);
        leaves("desk.matter-confirmed", called, SORA, "POST /desk/{reference}/confirmation", at(called));
        var left = laden.bring("抜けた組織のある案件");
        var gone = known("select organisation from desk.departure where back_at is null and matter = '" + left.topic()
                + "' order by organisation limit 1");
        leaves(
                "desk.departure-settled",
                left,
                DANA,
                "POST /desk/{reference}/departures/{recipient}",
                Map.of("reference", left.reference(), "recipient", gone.toString()));
        laden.tidy();
    }

    private String called() {
        return desk.report(
                new NewMatter(
                        UUID.randomUUID(),
                        MatterKind.REPORT,
                        "電話で聞いた",
                        new Telling("画面が出ないとのこと。", Map.of()),
                        Telling.NOTHING,
                        Telling.NOTHING,
                        false,
                        Tlp.AMBER,
                        Optional.empty(),
                        false,
                        Set.of(),
                        Optional.of(new NewMatter.OnBehalf(SPORTS, Channel.PHONE, "佐伯 様 03-0000-0000")),
                        List.of()),
                Locale.JAPANESE,
                DANA);
    }

    @Test
    @LeavesRecords("POST /desk/{reference}/tracks")
    void thePoliceBegin() throws Exception {
        var told = matters.reported("警察も知る案件", Optional.of(matters.system(POLICE)), false, MIKA);
        leaves(
                Left.on(told.topic(), "desk.track-opened"),
                new Act(
                        PAUL,
                        "POST /desk/{reference}/tracks",
                        at(told),
                        Map.of("task", "INVESTIGATE", "state", "UNDER_WAY", "body", "捜査を始めた")));
    }

    @Test
    @LeavesRecords({"POST /desk/capabilities", "DELETE /desk/capabilities"})
    void anAgencySaysWhatItCan() throws Exception {
        var window = office("window", AGENCY);
        leaves(
                Left.on(window, "desk.capability-declared"),
                new Act(JUN, "POST /desk/capabilities", Map.of(), Map.of("cause", "DOS", "kinds", "INVESTIGATION")));
        leaves(
                Left.on(window, "desk.capability-ended"),
                new Act(JUN, "DELETE /desk/capabilities", Map.of(), Map.of("cause", "DOS")));
    }

    @Test
    @LeavesRecords({"POST /desk/articles/{article}/publication", "DELETE /desk/articles/{article}/publication"})
    void anArticleIsPublishedAndTakenBack() throws Exception {
        var ids = laid.fresh();
        var article = UUID.fromString(ids.getOrDefault("article", ""));
        leaves(
                Left.on(article, "knowledge.article-published"),
                new Act(DANA, "POST /desk/articles/{article}/publication", ids, Map.of("version", "1")));
        leaves(
                Left.on(article, "knowledge.article-taken-back"),
                new Act(DANA, "DELETE /desk/articles/{article}/publication", ids, Map.of()));
    }

    @Test
    @LeavesRecords({"POST /notices", "POST /notices/calls/{call}"})
    void anOwnerIsToldAndCalled() throws Exception {
        var now = LocalDateTime.now(ZoneId.of("Asia/Tokyo")).truncatedTo(ChronoUnit.MINUTES);
        var sent = leaves(
                Left.there("notice.sent"),
                new Act(
                        DANA,
                        "POST /notices",
                        Map.of(),
                        Map.ofEntries(
                                Map.entry("step", "send"),
                                Map.entry("places", "d" + UUID.randomUUID() + ".example"),
                                Map.entry("organisation", "railway"),
                                Map.entry("to", RAILWAY.toString()),
                                Map.entry("title", "通知"),
                                Map.entry("finding", "EXPOSED_RDP"),
                                Map.entry("severity", "3"),
                                Map.entry("tlp", "AMBER"),
                                Map.entry("what", "管理画面が外から見えます"),
                                Map.entry("advice", "閉じてください"),
                                Map.entry("observer", "センター"),
                                Map.entry("seen", now.minusHours(1).toString()),
                                Map.entry("due", now.plusDays(2).toString()))));
        var call = UUID.randomUUID();
        matters.owner("""
                insert into notice.call (id, topic, round, reason, opened_at) values ('%s', '%s', 1, 'unanswered', now())
                """.formatted(call, thing(sent)));
        leaves(
                Left.on(thing(sent), "notice.called"),
                new Act(
                        DANA,
                        "POST /notices/calls/{call}",
                        Map.of("call", call.toString()),
                        Map.of("reached", "yes", "words", "折り返すとのこと")));
    }

    @Test
    @LeavesRecords({"POST /intel/enquiries/{id}/opinion", "POST /intel/blocklists/{id}/exceptions"})
    void aProviderIsAskedAndAValueIsLetThrough() throws Exception {
        var ids = things.fresh();
        var enquiry = UUID.fromString(ids.getOrDefault("enquiry", ""));
        enquiries.askProviders(enquiry, Set.of(PROVIDER), Optional.empty(), DANA);
        leaves(
                Left.on(enquiry, "intel.opinion-given"),
                new Act(VERA, "POST /intel/enquiries/{id}/opinion", ids, Map.of("verdict", "HARMFUL")));
        leaves(
                Left.on(CENTRE, "intel.warning-overridden"),
                new Act(
                        ED,
                        "POST /intel/blocklists/{id}/exceptions",
                        ids,
                        Map.of("value", ids.getOrDefault("listed", ""), "reason", "誤り")));
    }
}

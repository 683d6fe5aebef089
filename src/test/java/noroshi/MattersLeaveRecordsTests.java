package noroshi;

import static noroshi.testing.Cast.*;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Newsroom;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.PoliceTracks;
import noroshi.desk.Sharing;
import noroshi.desk.Wanted;
import noroshi.sanitised.SanitisedCopies;
import noroshi.shared.Actor;
import noroshi.watch.Handovers;
import noroshi.watch.Rota;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is done on one matter at the desk, and by those who watch it. */
class MattersLeaveRecordsTests extends ActsOnRecord {
    @Autowired
    MatrixMatters laid;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Sharing sharing;

    @Autowired
    PoliceTracks tracks;

    @Autowired
    SanitisedCopies copies;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Rota rota;

    @Autowired
    Handovers handovers;

    private Matter at(Map<String, String> ids) {
        return desk.show(ids.getOrDefault("reference", ""), DANA);
    }

    private void leaves(String act, Actor who, String endpoint, Map<String, String> ids, Map<String, String> fields)
            throws Exception {
        leaves(Left.on(at(ids).topic(), act), new Act(who, endpoint, ids, fields));
    }

    @Test
    @LeavesRecords({
        "DELETE /desk/{reference}/recipients/{recipient}",
        "POST /desk/{reference}/supports",
        "POST /desk/{reference}/supports/{support}/answer",
        "POST /desk/{reference}/supports/{support}/findings"
    })
    void othersAreToldAndHelp() throws Exception {
        var ids = laid.fresh();
        sharing.share(desk.show(ids.getOrDefault("reference", ""), MIKA), POWER, new Wanted("関係する", false, true), MIKA);
        leaves(
                "desk.support-asked",
                DANA,
                "POST /desk/{reference}/supports",
                ids,
                Map.of("agency", POWER.toString(), "kinds", "INVESTIGATION", "words", "見てほしい", "scope", "一度"));
        leaves(
                "desk.support-answered",
                SORA,
                "POST /desk/{reference}/supports/{support}/answer",
                ids,
                Map.of("verdict", "ACCEPTED"));
        leaves(
                "desk.finding-returned",
                SORA,
                "POST /desk/{reference}/supports/{support}/findings",
                ids,
                Map.of("body", "原因がわかった"));
        ids.put("recipient", STRANGERS.toString());
        sharing.share(
                desk.show(ids.getOrDefault("reference", ""), MIKA), STRANGERS, new Wanted("関係する", false, false), MIKA);
        leaves("desk.sharing-stopped", MIKA, "DELETE /desk/{reference}/recipients/{recipient}", ids, Map.of());
    }

    @Test
    @LeavesRecords("POST /desk/{reference}/tracks/{track}")
    void thePoliceGoOn() throws Exception {
        var ids = laid.fresh();
        var matter = at(ids);
        var seen = tracks.of(desk.show(matter.reference(), PAUL), PAUL).stream()
                .filter(it -> it.id().toString().equals(ids.get("track")))
                .findFirst()
                .orElseThrow()
                .seen();
        leaves(
                "desk.track-told",
                PAUL,
                "POST /desk/{reference}/tracks/{track}",
                ids,
                Map.of("seen", seen, "state", "DONE", "body", "終わった"));
    }

    @Test
    @LeavesRecords({"POST /desk/{reference}/links", "POST /desk/{reference}/closure", "POST /desk/{reference}/reopening"
    })
    void aMatterIsLinkedClosedAndReopened() throws Exception {
        var ids = laid.fresh();
        var other = matters.reported("もう一つの案件", Optional.empty(), false, MIKA);
        leaves(
                "desk.matter-linked",
                DANA,
                "POST /desk/{reference}/links",
                ids,
                Map.of("linkedTo", other.reference(), "bond", "RELATED"));
        leaves(
                "desk.matter-closed",
                DANA,
                "POST /desk/{reference}/closure",
                ids,
                Map.of("outcome", "収まった", "seen", "2100-01-01T00:00:00Z"));
        leaves("desk.matter-reopened", DANA, "POST /desk/{reference}/reopening", ids, Map.of());
    }

    @Test
    @LeavesRecords({
        "POST /desk/{reference}/copy",
        "POST /desk/{reference}/copy/replacements",
        "POST /desk/{reference}/copy/request",
        "POST /desk/{reference}/copy/answer",
        "POST /bulletins/manuscripts/{id}/override"
    })
    void aCopyIsBegunScrubbedAskedForAndAgreedTo() throws Exception {
        var ids = laid.fresh();
        var copy = copies.of(at(ids), DANA).orElseThrow().manuscript();
        var before = newsroom.show(copy, DANA);
        var words = before.copy();
        newsroom.write(
                copy,
                before.lock(),
                before.marking(),
                new Copy(
                        new Copy.Pro(words.pro().title(), "東都鉄道で見つかった。"),
                        words.general(),
                        words.indicators(),
                        words.source(),
                        words.confidence(),
                        "",
                        ""),
                DANA);
        leaves(
                Left.on(copy, "bulletin.written"),
                new Act(
                        DANA,
                        "POST /desk/{reference}/copy/replacements",
                        ids,
                        Map.of("lock", lock(copy), "found", "東都鉄道")));
        leaves(
                Left.on(copy, "sanitised.asked"),
                new Act(DANA, "POST /desk/{reference}/copy/request", ids, Map.of("lock", lock(copy))));
        var asked = copies.of(at(ids), DANA)
                .orElseThrow()
                .asking()
                .orElseThrow()
                .id()
                .toString();
        matters.owner("update sanitised.asking set fits = 1, public_at = '' where id = '" + asked + "'");
        leaves(
                Left.on(copy, "sanitised.agreed"),
                new Act(
                        MIKA,
                        "POST /desk/{reference}/copy/answer",
                        ids,
                        Map.of("asked", asked, "agreed", "true", "knowing", "true")));
        leaves(
                Left.on(copy, "sanitised.overridden"),
                new Act(
                        TORU,
                        "POST /bulletins/manuscripts/{id}/override",
                        Map.of("manuscript", copy.toString()),
                        Map.of("asked", asked, "reason", "備えに要る")));
        var fresh = matters.reported("写しのない案件", Optional.empty(), false, MIKA);
        leaves(
                new Left(
                        "sanitised.begun",
                        answer -> copies.of(desk.show(fresh.reference(), DANA), DANA)
                                .orElseThrow()
                                .manuscript()),
                new Act(DANA, "POST /desk/{reference}/copy", Map.of("reference", fresh.reference()), Map.of()));
    }

    private String lock(UUID manuscript) {
        return Integer.toString(newsroom.show(manuscript, DANA).lock());
    }

    /** A week that nobody else in this house is put on. */
    private LocalDate week() {
        return rota.week(rota.today().plusWeeks(80), DANA).first();
    }

    @Test
    @LeavesRecords({"POST /desk/watch/duties", "POST /desk/watch/copies"})
    void theRotaIsFilled() throws Exception {
        var day = week().plusDays(1);
        var key = rota.week(day, DANA).shifts().stream()
                .filter(shift -> shift.day().equals(day))
                .findFirst()
                .orElseThrow()
                .key();
        leaves(
                Left.on(DANA.person(), "watch.duties-entered"),
                new Act(
                        DANA,
                        "POST /desk/watch/duties",
                        Map.of(),
                        Map.of(
                                "from", day.toString(),
                                "to", day.toString(),
                                "shifts", key,
                                "post", "WATCH_OFFICER",
                                "person", DANA.person().toString())));
        leaves(
                Left.on(CENTRE, "watch.week-copied"),
                new Act(
                        DANA,
                        "POST /desk/watch/copies",
                        Map.of(),
                        Map.of("week", day.plusWeeks(1).toString())));
    }

    /** A shift of Dana's has just ended. */
    @Test
    @LeavesRecords("POST /desk/watch/sheets")
    void aShiftIsHandedOver() throws Exception {
        matters.owner("""
                insert into watch.duty (id, hours, post, begins_at, ends_at, person, entered_at, entered_by)
                select gen_random_uuid(), h.id, 'WATCH_OFFICER', now() - interval '1 second', now(), '%1$s', now(), '%1$s'
                  from watch.hours h limit 1
                """.formatted(DANA.person()));
        var owed = handovers.draft(DANA).orElseThrow().begins();
        leaves(
                Left.there("watch.handed-over"),
                new Act(
                        DANA,
                        "POST /desk/watch/sheets",
                        Map.of(),
                        Map.of("begins", owed.toString(), "words", "変わりなし")));
    }
}

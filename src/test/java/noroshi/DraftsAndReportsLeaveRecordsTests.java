package noroshi;

import static noroshi.testing.Cast.*;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import noroshi.desk.Edition;
import noroshi.desk.Questionnaire;
import noroshi.desk.Series;
import noroshi.desk.UpwardReports;
import noroshi.form.FormEdition;
import noroshi.form.FormEditions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the Centre drafts and sends: its forms, its questions, its reports upwards. */
class DraftsAndReportsLeaveRecordsTests extends ActsOnRecord {
    private static final String FORM = "ministry";
    private static final Map<String, String> IDS = Map.of("form", FORM, "series", Series.COORDINATION);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Autowired
    FormEditions forms;

    @Autowired
    Questionnaire questionnaire;

    @Autowired
    UpwardReports reports;

    /** Neither a draft nor a report of today. */
    @BeforeEach
    void begin() {
        forms.of(FORM, DANA).stream()
                .filter(FormEdition::draft)
                .forEach(draft -> forms.discard(FORM, draft.revision(), DANA));
        questionnaire.editions(DANA).stream()
                .filter(Edition::draft)
                .forEach(draft -> questionnaire.discard(draft.revision(), DANA));
        matters.owner("""
                alter table desk.upward disable trigger keep_sent;
                delete from desk.upward;
                alter table desk.upward enable trigger keep_sent;
                delete from desk.rhythm
                """);
    }

    private String formRevision() {
        return forms.of(FORM, DANA).stream()
                .filter(FormEdition::draft)
                .map(draft -> Integer.toString(draft.revision()))
                .findFirst()
                .orElseThrow();
    }

    private String revision() {
        return questionnaire.editions(DANA).stream()
                .filter(Edition::draft)
                .map(draft -> Integer.toString(draft.revision()))
                .findFirst()
                .orElseThrow();
    }

    private void leaves(String act, String endpoint, String... fields) throws Exception {
        var typed = new HashMap<String, String>();
        for (int at = 0; at < fields.length; at += 2) {
            typed.put(fields[at], fields[at + 1]);
        }
        leaves(Left.on(CENTRE, act), new Act(DANA, endpoint, IDS, typed));
    }

    @Test
    @LeavesRecords({
        "POST /desk/forms/{form}/draft",
        "POST /desk/forms/{form}/draft/fields",
        "POST /desk/forms/{form}/draft/order",
        "DELETE /desk/forms/{form}/draft/fields",
        "POST /desk/forms/{form}/draft/sending",
        "DELETE /desk/forms/{form}/draft"
    })
    void aFormIsDrafted() throws Exception {
        var draft = "/desk/forms/{form}/draft";
        leaves("form.edition-begun", "POST " + draft);
        leaves(
                "form.field-put",
                "POST " + draft + "/fields",
                "expected",
                formRevision(),
                "code",
                "cause_again",
                "labelJa",
                "原因",
                "labelEn",
                "Cause",
                "source",
                "answer.cause");
        leaves(
                "form.field-moved",
                "POST " + draft + "/order",
                "expected",
                formRevision(),
                "code",
                "cause_again",
                "up",
                "true");
        leaves("form.field-retired", "DELETE " + draft + "/fields", "expected", formRevision(), "code", "cause_again");
        leaves(
                "form.edition-sent",
                "POST " + draft + "/sending",
                "expected",
                formRevision(),
                "note",
                "変えた",
                "day",
                TODAY.toString());
        forms.begin(FORM, DANA);
        leaves("form.edition-discarded", "DELETE " + draft, "expected", formRevision());
    }

    @Test
    @LeavesRecords({
        "POST /desk/questions/draft",
        "POST /desk/questions/draft/questions",
        "POST /desk/questions/draft/order",
        "DELETE /desk/questions/draft/questions",
        "POST /desk/questions/draft/sending",
        "DELETE /desk/questions/draft"
    })
    void theQuestionsAreDrafted() throws Exception {
        var draft = "/desk/questions/draft";
        leaves("desk.questions-begun", "POST " + draft);
        leaves(
                "desk.question-put",
                "POST " + draft + "/questions",
                "expected",
                revision(),
                "code",
                "put_here",
                "kind",
                "REPORT",
                "place",
                "OUTLINE",
                "form",
                "LINE",
                "labelJa",
                "一問",
                "labelEn",
                "One more");
        leaves(
                "desk.question-moved",
                "POST " + draft + "/order",
                "expected",
                revision(),
                "code",
                "put_here",
                "up",
                "true");
        leaves("desk.question-retired", "DELETE " + draft + "/questions", "expected", revision(), "code", "put_here");
        leaves("desk.questions-sent", "POST " + draft + "/sending", "expected", revision(), "note", "変えた");
        questionnaire.begin(DANA);
        leaves("desk.questions-discarded", "DELETE " + draft, "expected", revision());
    }

    @Test
    @LeavesRecords({
        "POST /desk/reports/series/{series}/rhythm",
        "DELETE /desk/reports/series/{series}/rhythm",
        "POST /desk/reports",
        "POST /desk/reports/{report}/sending",
        "POST /desk/reports/{report}/corrections"
    })
    void aReportIsSentAndCorrected() throws Exception {
        leaves("desk.reports-begun", "POST /desk/reports/series/{series}/rhythm", "recipient", "調整センター");
        var composed = leaves(
                Left.there("desk.report-composed"),
                new Act(
                        DANA,
                        "POST /desk/reports",
                        Map.of(),
                        Map.of("series", Series.COORDINATION, "day", TODAY.toString(), "half", "AM")));
        var id = thing(composed);
        var report = Map.of("report", id.toString());
        leaves(
                Left.on(id, "desk.report-sent"),
                new Act(
                        TORU,
                        "POST /desk/reports/{report}/sending",
                        report,
                        Map.of("seen", reports.show(id, TORU).composedAt().toString())));
        leaves(
                Left.there("desk.report-corrected"),
                new Act(DANA, "POST /desk/reports/{report}/corrections", report, Map.of("words", "数を正す")));
        leaves("desk.reports-ended", "DELETE /desk/reports/series/{series}/rhythm");
    }
}

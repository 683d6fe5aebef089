package noroshi.notice.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.notice.Entry;
import noroshi.notice.Notice;
import noroshi.notice.Rung;
import noroshi.site.FormErrors;

/**
 * What a notice adds to the page of its topic.
 *
 * @param organisation whose notice it is
 * @param firstView when somebody of the organisation opened it first
 * @param together how many others were composed with it; the duty desk alone is told
 * @param batch with which others; the duty desk alone is told
 * @param answers whether the reader answers for the organisation
 * @param watches whether the reader is on the duty desk
 */
public record NoticePart(
        Notice notice,
        String title,
        String organisation,
        String phone,
        Optional<Instant> firstView,
        List<Line> lines,
        List<Rung> rungs,
        int together,
        Optional<UUID> batch,
        boolean answers,
        boolean watches,
        Instant now,
        AnswerForm form,
        FormErrors errors) {

    /** One step, with the name of who took it. */
    public record Line(Entry entry, String by) {}

    public String path() {
        return "/notices/" + notice.topic();
    }
}

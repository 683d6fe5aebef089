package noroshi.notice.web;

import java.time.Instant;
import java.util.List;
import noroshi.notice.Call;
import noroshi.notice.NoticeFilter;
import noroshi.notice.NoticeRow;
import noroshi.site.Step;

/**
 * The list of notices; for the duty desk with everybody's, their times, and the calls to make.
 *
 * @param empty organisations whose window nobody keeps
 * @param narrowed in words, what a figure's link asked for; empty for the usual list
 */
public record NoticesPage(
        List<Line> lines,
        NoticeFilter filter,
        List<Step> shows,
        String narrowed,
        boolean watches,
        List<CallLine> calls,
        List<String> empty,
        Instant now,
        int number,
        boolean more) {

    /** One notice, with whose it is where the reader sees several organisations'. */
    public record Line(NoticeRow row, String organisation) {}

    /** One call to make. */
    public record CallLine(Call call, String organisation) {}
}

package noroshi.home;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.community.MyCommunity;
import noroshi.insight.Programme;
import noroshi.membership.Substitution;
import noroshi.notice.NoticeRow;
import noroshi.topic.TopicRow;

/**
 * What concerns one reader today.
 *
 * @param notices what the Centre told the reader's organisation alone and it has not settled, the most pressing first
 * @param important bulletins to be read or confirmed
 * @param latest the newest important bulletin
 * @param direct what was sent to the reader or to the window they hold, and nobody there answered or confirmed
 * @param talk everything else that came, the newest first
 * @param asked questions of the reader that others have answered, and no answer marked yet
 * @param questions other people's, without an answer that helped
 * @param teams how far the reader's organisation has come with the important bulletins
 * @param weeks how busy the reader's communities have been
 * @param events what everybody prepares for these days
 * @param duties what waits for the reader's decision
 * @param beginning a newcomer's first steps, as long as some are to be taken
 * @param standsIn for whom the reader stands in
 */
public record Today(
        List<NoticeRow> notices,
        Waiting important,
        Optional<TopicRow> latest,
        Waiting direct,
        List<TopicRow> talk,
        List<TopicRow> asked,
        Waiting questions,
        List<MyCommunity> communities,
        List<Team> teams,
        List<Week> weeks,
        List<Programme> events,
        List<Duty> duties,
        Optional<Beginning> beginning,
        List<Substitution> standsIn) {
    /** How many of the newest the page looks at for what else came; older ones may be unread too. */
    public static final int NEWEST = 60;

    /** Notices whose answer is overdue. */
    public int lateNotices(Instant now) {
        return (int) notices.stream().filter(row -> row.late(now)).count();
    }

    /** The bulletins to read or confirm, or else the newest one. */
    public List<TopicRow> bulletins() {
        return important.all() == 0 ? latest.stream().toList() : important.rows();
    }

    public List<TopicRow> addressed() {
        return direct.rows();
    }

    public List<TopicRow> waiting() {
        return questions.rows();
    }

    /** Important bulletins that the reader has opened and not confirmed. */
    public List<TopicRow> unconfirmed() {
        return important.rows().stream()
                .filter(row -> !row.unread() && row.unconfirmed())
                .toList();
    }

    public List<TopicRow> unreadTalk() {
        return talk.stream().filter(TopicRow::unread).toList();
    }
}

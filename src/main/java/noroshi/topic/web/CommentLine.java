package noroshi.topic.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.topic.Comment;
import noroshi.topic.Tally;

/**
 * One comment as the page shows it.
 *
 * @param quote the words it answers, shortened
 * @param fresh it came after the reader was here last
 * @param removal why it was taken away, where somebody else did
 * @param mayModerate the reader looks after the thread and may take it away
 * @param mayAccept the reader asked the question and may mark this as the answer
 */
public record CommentLine(
        UUID id,
        Byline by,
        Content body,
        Optional<Quote> quote,
        Instant at,
        Optional<Instant> editedAt,
        boolean removed,
        Optional<Comment.Removal> removal,
        boolean mine,
        boolean mayModerate,
        boolean accepted,
        boolean mayAccept,
        boolean fresh,
        Tally tally,
        List<FileLine> files) {

    /** Whom a comment answers. */
    public record Quote(UUID id, String name, String words) {}
}

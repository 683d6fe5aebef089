package noroshi.topic.web;

import java.util.List;
import java.util.UUID;
import noroshi.shared.Seen;
import noroshi.site.FormErrors;
import noroshi.topic.CommentEdit;

/** One comment with its earlier words; its author can change it. */
public record CommentPage(
        UUID topic,
        String title,
        UUID comment,
        boolean mayEdit,
        String body,
        List<CommentEdit> history,
        FormErrors errors,
        Seen seen) {}

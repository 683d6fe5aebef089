package noroshi.topic.web;

import java.util.UUID;
import noroshi.site.FormErrors;

/**
 * The form for the next version of a topic with one text.
 *
 * @param current the text that stands now, shown when somebody else was faster
 */
public record RevisionPage(
        UUID id,
        int expected,
        String title,
        String body,
        String note,
        boolean stale,
        String current,
        FormErrors errors) {}

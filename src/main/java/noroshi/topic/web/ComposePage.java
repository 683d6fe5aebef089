package noroshi.topic.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.Optional;
import noroshi.community.AudiencePicker;
import noroshi.community.AudiencePreview;
import noroshi.site.FormErrors;

/**
 * The form for a new topic.
 *
 * @param parent title of the topic this becomes a part of
 * @param preview who will read it, once asked for
 * @param text how it will look, once asked for
 * @param similar what the writer may read that is near to the title
 * @param keptAt when this draft was last kept
 */
public record ComposePage(
        TopicForm form,
        AudiencePicker picker,
        Optional<String> parent,
        Optional<AudiencePreview> preview,
        Optional<Content> text,
        Optional<Instant> keptAt,
        SimilarPart similar,
        FormErrors errors) {}

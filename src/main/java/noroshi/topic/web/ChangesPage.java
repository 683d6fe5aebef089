package noroshi.topic.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.site.Step;
import noroshi.topic.Difference;
import noroshi.topic.MarksChange;
import noroshi.topic.Version;

/** The differences between two versions: the labels, then the words line by line. */
public record ChangesPage(
        UUID id,
        String title,
        Version from,
        Version to,
        List<Step> levels,
        List<Step> others,
        String note,
        Optional<MarksChange> marked,
        Difference difference) {}

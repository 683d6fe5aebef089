package noroshi.topic.web;

import java.util.List;
import java.util.UUID;
import noroshi.site.Step;
import noroshi.topic.Difference;
import noroshi.topic.Version;

/** The differences between two versions, line by line. */
public record ChangesPage(
        UUID id,
        String title,
        Version from,
        Version to,
        List<Step> levels,
        List<Step> others,
        String note,
        Difference difference) {}

package noroshi.topic.web;

import java.util.UUID;

/** Who stands behind a hidden organisation; shown once to a custodian, and audited. */
public record AuthorPage(UUID topic, String title, Byline by) {}

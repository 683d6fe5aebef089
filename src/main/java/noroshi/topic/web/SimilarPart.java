package noroshi.topic.web;

import java.util.List;
import noroshi.topic.TopicRow;

/**
 * What the reader may read that is near to what they are writing.
 *
 * @param asked whether anything was looked for
 */
public record SimilarPart(List<TopicRow> rows, boolean asked) {}

package noroshi.topic.web;

import java.util.List;

/** What waits for the reader's answer, and what the reader asked. */
public record OnwardPage(List<Line> waiting, List<Line> asked) {
    /** One question with the topic it is about. */
    public record Line(OnwardLine line, String title) {}
}

package noroshi.community.web;

import java.util.List;
import java.util.UUID;
import noroshi.site.Choice;

/** Communities in which nobody can answer requests. */
public record LeaderlessPage(List<Line> lines) {
    /** One of them, and who could lead it. */
    public record Line(UUID id, String name, int requests, List<Choice> candidates) {}
}

package noroshi.watch.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The duties of one day, to take somebody off. */
public record DayPage(LocalDate day, List<Part> shifts) {
    /** One shift. */
    public record Part(String name, List<Line> lines) {}

    /** One duty. */
    public record Line(UUID id, String post, String name, String phone) {}
}

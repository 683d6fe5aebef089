package noroshi.demo;

import java.util.List;
import noroshi.demo.Papers.Line;

/** What people do at work, in turn, for one level of reading. */
final class JobTitles {
    private final List<Line> titles;
    private int given;

    JobTitles(String level) {
        this.titles = Papers.read("job_titles").stream()
                .filter(line -> line.text("level").equals(level))
                .toList();
    }

    Line next() {
        return titles.get(given++ % titles.size());
    }
}

package noroshi.notice;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door for figures, for people with a seat at the Centre: times and classes, never whose. */
@Service
@Transactional(readOnly = true)
public class NoticeFigures {
    private final DutyStore duties;

    NoticeFigures(DutyStore duties) {
        this.duties = duties;
    }

    /** What became of the notices sent in a time; nobody at the Centre sees nothing. */
    public record Figures(
            List<NoticeTime> times, WaitingTimes views, WaitingTimes answers, Map<Finding, Long> findings) {
        /** Answers that came after they were due. */
        public long late() {
            return times.stream().filter(NoticeTime::late).count();
        }

        public long synthetic() {
            return times.stream().filter(NoticeTime::synthetic).count();
        }
    }

    public Figures of(Instant from, Instant until, Actor actor) {
        var times = duties.times(from, until);
        return new Figures(
                times,
                WaitingTimes.of(times.stream().map(NoticeTime::untilView)),
                WaitingTimes.of(times.stream().map(NoticeTime::untilAnswer)),
                times.stream()
                        .collect(groupingBy(NoticeTime::finding, () -> new EnumMap<>(Finding.class), counting())));
    }
}

package noroshi;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.KEI;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.insight.EventKind;
import noroshi.insight.NewEvent;
import noroshi.insight.NewProgramme;
import noroshi.insight.Programmes;
import noroshi.topic.Forwarding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** What everybody prepares for, for the access matrix. */
@TestComponent
class MatrixEvents {
    private static final LocalDate DAY = LocalDate.parse("2013-07-23");

    @Autowired
    Programmes programmes;

    @Autowired
    Forwarding forwarding;

    void fresh(Map<String, String> ids) {
        var id = programmes.start(
                new NewProgramme("大会", "Games", DAY, DAY.plusDays(3), Optional.empty(), Optional.empty()), ADA);
        var part = programmes.add(id, new NewEvent(EventKind.MARKER, DAY, Optional.empty(), "開会式", "Opening"), ADA);
        ids.put("programme", id.toString());
        ids.put("part", part.toString());
        ids.put("saved", UUID.randomUUID().toString());
        ids.put("search", UUID.randomUUID().toString());
        ids.put("occasion", UUID.randomUUID().toString());
        ids.put("substitution", UUID.randomUUID().toString());
        ids.put("weekday", "2");
        ids.put("hour", "10");
        var topic = UUID.fromString(ids.getOrDefault("topic", ""));
        ids.put(
                "onward",
                forwarding.ask(topic, Optional.empty(), "相手", "目的", KEI).toString());
    }
}

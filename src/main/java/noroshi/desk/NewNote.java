package noroshi.desk;

import java.util.Optional;
import noroshi.shared.RuleBroken;

/** What somebody at the desk wants to write down. */
public record NewNote(NoteKind kind, String body, Optional<Integer> minutes) {
    private static final int LONGEST = 20_000;
    private static final int DAY = 1440;

    public NewNote {
        body = body.strip();
        if (body.isEmpty()) {
            throw new RuleBroken("desk.note-missing");
        }
        if (body.length() > LONGEST || body.indexOf('\0') >= 0) {
            throw new RuleBroken("desk.too-long", LONGEST);
        }
        if (minutes.filter(it -> it < 1 || it > DAY).isPresent()) {
            throw new RuleBroken("desk.minutes-range");
        }
    }
}

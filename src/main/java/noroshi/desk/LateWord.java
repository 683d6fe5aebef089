package noroshi.desk;

import java.time.Instant;
import java.util.UUID;

/** Somebody who is not on the reporter's side wrote to a matter that is over. */
public record LateWord(UUID matter, String reference, String number, String title, Instant at) {
    public String path() {
        return "/desk/" + reference;
    }
}

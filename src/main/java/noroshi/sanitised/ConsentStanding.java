package noroshi.sanitised;

import java.util.Optional;
import java.util.UUID;
import noroshi.desk.Matter;

/**
 * How far the consent to a manuscript has come, for whoever writes or judges it.
 *
 * @param same the words are still those the reporter was shown
 * @param matter which matter it was made of; for the desk alone
 */
public record ConsentStanding(
        UUID manuscript, Optional<Asking> asking, boolean same, boolean mayOverride, Optional<Matter> matter) {
    public String path() {
        return "/bulletins/manuscripts/" + manuscript + "/override";
    }
}

package noroshi.watch;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.RuleBroken;

/**
 * Somebody is to stand watch on days from one to another.
 *
 * @param shifts which shifts of each day, as {@link Shift#key} names them
 */
public record NewDuty(LocalDate from, LocalDate to, Set<String> shifts, String post, UUID person, String phone) {
    private static final int DAYS = 62;
    private static final int LONGEST = 40;

    public NewDuty {
        shifts = Set.copyOf(shifts);
        phone = phone.strip();
        if (to.isBefore(from) || to.isAfter(from.plusDays(DAYS))) {
            throw new RuleBroken("watch.days-long", DAYS);
        }
        if (phone.length() > LONGEST || phone.indexOf('\0') >= 0) {
            throw new RuleBroken("watch.phone-wrong");
        }
        if (shifts.isEmpty()) {
            throw new RuleBroken("watch.shift-missing");
        }
    }
}

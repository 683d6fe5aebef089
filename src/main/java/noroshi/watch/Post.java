package noroshi.watch;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import noroshi.shared.RuleBroken;

/**
 * What somebody stands watch as: Overall Lead, duty officer, a team.
 *
 * @param event each shift of a day in event mode needs somebody; {@code quiet} and {@code onCall} likewise
 */
public record Post(
        String code,
        String nameJa,
        String nameEn,
        int place,
        boolean event,
        boolean quiet,
        boolean onCall,
        LocalDate from,
        Optional<LocalDate> to) {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,30}");
    private static final int LONGEST = 60;

    public Post {
        nameJa = nameJa.strip();
        nameEn = nameEn.strip();
        if (!CODE.matcher(code).matches()) {
            throw new RuleBroken("watch.post.code");
        }
        if (nameJa.isEmpty() || nameEn.isEmpty() || nameJa.length() > LONGEST || nameEn.length() > LONGEST) {
            throw new RuleBroken("watch.name-missing", LONGEST);
        }
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && to.stream().noneMatch(day::isAfter);
    }

    /** Whether a shift needs somebody for it. */
    public boolean needed(Shift shift) {
        return inForce(shift.day())
                && (shift.onCall()
                        ? onCall
                        : shift.hours().stream().anyMatch(it -> it.mode() == Mode.EVENT ? event : quiet));
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameJa;
    }
}

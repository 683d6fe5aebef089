package noroshi.insight;

import java.time.LocalDate;

/** What was counted on one day. */
public record Day(LocalDate date, long logins, long views, long posts, long comments) {
    static Day none(LocalDate date) {
        return new Day(date, 0, 0, 0, 0);
    }

    /** Both together, under this day's date. */
    public Day plus(Day other) {
        return new Day(
                date, logins + other.logins, views + other.views, posts + other.posts, comments + other.comments);
    }

    /** Topic views for each sign-in; 0 when nobody was there. */
    public double viewsPerLogin() {
        return logins == 0 ? 0 : (double) views / logins;
    }
}

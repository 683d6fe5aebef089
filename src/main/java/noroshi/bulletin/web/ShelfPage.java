package noroshi.bulletin.web;

import java.util.List;
import noroshi.bulletin.BulletinRow;
import noroshi.site.Step;
import noroshi.topic.Level;

/**
 * The list of bulletins.
 *
 * @param filter as it stands in the address
 */
public record ShelfPage(
        List<Line> lines,
        ShelfFilter filter,
        Level level,
        List<Step> levels,
        List<Step> rooms,
        int number,
        boolean more,
        boolean mayWrite) {

    /** One bulletin under its computed headline. */
    public record Line(BulletinRow row, String headline) {
        public String path(Level level) {
            return "/topics/" + row.topic() + "?level=" + (level == Level.PRO ? "pro" : "general");
        }
    }
}

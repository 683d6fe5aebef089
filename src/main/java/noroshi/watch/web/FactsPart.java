package noroshi.watch.web;

import java.time.Instant;
import java.util.List;
import noroshi.desk.Changed;

/** All there is of one kind on a sheet; where nothing is, that is said too. */
public record FactsPart(Changed.What what, String name, List<Line> lines) {
    /**
     * One fact.
     *
     * @param path to its matter; empty for what belongs to none
     */
    public record Line(String number, String title, String path, String words, Instant at) {}
}

package noroshi.watch.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is on watch, and what is missing at the hand-over.
 *
 * @param entered whether anybody stands on the rota now or next
 * @param shift what the shift is called
 * @param onCall it lies outside of the hours
 * @param places who stands where
 * @param next the shift after it, with who comes
 * @param owed hand-overs that are late, in words
 * @param untaken sheets that nobody has taken over although it is time
 * @param toTake sheets that wait for the next shift
 */
public record NowPart(
        boolean live,
        boolean entered,
        String mode,
        String shift,
        boolean onCall,
        Instant ends,
        List<Place> places,
        Optional<Next> next,
        List<String> owed,
        List<Waiting> untaken,
        List<Waiting> toTake) {

    /** A post, and who has it; nobody in a gap. */
    public record Place(String post, List<Who> people, boolean gap) {}

    /** Somebody on watch. */
    public record Who(String name, String phone) {}

    /** Who comes next. */
    public record Next(String shift, Instant begins, String people) {}

    /** A sheet that waits. */
    public record Waiting(String shift, String path) {}
}

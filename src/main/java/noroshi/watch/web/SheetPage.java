package noroshi.watch.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * A sheet as it was handed over.
 *
 * @param mayTake the reader may take over: nobody has, and they did not hand over themselves
 * @param own the reader has handed it over
 */
public record SheetPage(
        String shift,
        String path,
        List<Step> steps,
        Instant ends,
        Instant since,
        List<FactsPart> facts,
        String words,
        String by,
        Instant at,
        Optional<Taken> taken,
        boolean mayTake,
        boolean own,
        String typed,
        FormErrors errors) {

    /** Who took over. */
    public record Taken(String by, Instant at, String answer) {}
}

package noroshi.desk.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import noroshi.desk.Track;
import noroshi.site.Choice;

/**
 * What the police do beside a matter, as far as the reader may know of it.
 *
 * @param tasks what the reader's organisation may take up; empty for everybody but the police
 * @param others whom one may name, for whoever writes a track
 * @param events what it adds to the course of the matter, the latest first
 */
public record TrackPart(List<Line> lines, List<Choice> tasks, List<Choice> others, List<MatterPage.Event> events) {
    /**
     * One track.
     *
     * @param seen who sees it, in words, as far as the reader may know
     * @param mine the reader writes it
     * @param named who was named, for whoever writes it
     */
    public record Line(Track track, String name, List<Word> words, String seen, boolean mine, List<Choice> named) {}

    /** Where it stood from then on, ready to be shown. */
    public record Word(Instant at, String state, Content body) {}

    public boolean isEmpty() {
        return lines.isEmpty() && tasks.isEmpty();
    }
}

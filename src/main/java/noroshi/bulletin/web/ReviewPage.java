package noroshi.bulletin.web;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import noroshi.bulletin.Enclosure;
import noroshi.bulletin.Manuscript;
import noroshi.bulletin.Origin;
import noroshi.community.AudiencePreview;
import noroshi.site.FormErrors;
import noroshi.topic.Difference;

/**
 * A manuscript as its readers will read it, at both levels, with what can be done next.
 *
 * @param compared what changes against the version that readers have, where there is one to compare with
 * @param reach who will be able to read it
 * @param enclosures files that go out with it
 * @param writers who wrote at it
 * @param standing where it stands, in words
 * @param beside what other modules say about it
 * @param typed the reason that was typed and refused
 */
public record ReviewPage(
        Manuscript manuscript,
        ArticlePart pro,
        ArticlePart general,
        Optional<Compared> compared,
        AudiencePreview reach,
        List<Enclosure> enclosures,
        List<String> writers,
        String standing,
        List<EditorPage.Lack> lacking,
        List<Content> beside,
        Rights rights,
        String typed,
        FormErrors errors) {

    /** What changes against an earlier version, at both levels. */
    public record Compared(int before, Difference pro, Difference general) {}

    /** What the reader of this page may do now. */
    public record Rights(
            boolean write, boolean submit, boolean recall, boolean judge, boolean publish, boolean release) {}

    /** Whether there is an earlier version, but not for the reader of this page. */
    public boolean incomparable() {
        return manuscript.version() > 1 && compared.isEmpty();
    }

    public String path() {
        return "/bulletins/manuscripts/" + manuscript.id();
    }

    /** Whether a bulletin stands that this would be the next version of. */
    public boolean revising() {
        return manuscript.topic().isPresent() && !(manuscript.state() instanceof Manuscript.State.Published);
    }

    public Optional<Origin> origin() {
        return manuscript.origin();
    }

    /** The title generalists will read, or the professional one while that is missing. */
    public String title() {
        var general = manuscript.copy().general().title();
        return general.isBlank() ? manuscript.copy().pro().title() : general;
    }
}

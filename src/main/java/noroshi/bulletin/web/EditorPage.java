package noroshi.bulletin.web;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import noroshi.bulletin.Enclosure;
import noroshi.bulletin.Gap;
import noroshi.bulletin.Manuscript;
import noroshi.community.AudiencePicker;
import noroshi.community.AudiencePreview;
import noroshi.site.FormErrors;

/**
 * The editor: one form for both levels.
 *
 * @param manuscript empty before it was saved for the first time
 * @param reach who would be able to read it, when that was asked
 * @param enclosures files that go out with it
 * @param lacking what is still missing before it can be published
 * @param clashes where somebody else saved other words in the meantime
 * @param beside what other modules say about it
 * @param untaken names of chosen files that were not taken
 */
public record EditorPage(
        BulletinForm form,
        Optional<Manuscript> manuscript,
        AudiencePicker picker,
        Optional<AudiencePreview> reach,
        List<Enclosure> enclosures,
        List<Lack> lacking,
        List<Clash> clashes,
        List<Content> beside,
        List<String> untaken,
        FormErrors errors) {

    /** Something missing, in the reader's words, and the field where it is. */
    public record Lack(String field, String sentence) {
        /** Whether the bulletin was taken back. */
        public static boolean withdrawn(List<Lack> lacking) {
            return lacking.stream().anyMatch(lack -> lack.field.equals(Gap.REVISION));
        }
    }

    /** A field in which two people wrote different words. */
    public record Clash(String field, String label, String theirs) {}

    /** Where the form is sent. */
    public String to() {
        return manuscript.isPresent() ? path() : "/bulletins";
    }

    public String path() {
        return "/bulletins/manuscripts/" + form.id();
    }

    /** Whether it was published before. */
    public boolean again() {
        return version() > 1;
    }

    public int version() {
        return manuscript.map(Manuscript::version).orElse(1);
    }

    /** Why it came back, if it did. */
    public Optional<Manuscript.State.Returned> returned() {
        return manuscript
                .map(Manuscript::state)
                .filter(Manuscript.State.Returned.class::isInstance)
                .map(Manuscript.State.Returned.class::cast);
    }

    /** Whether a bulletin stands that this would be the next version of. */
    public boolean revising() {
        return manuscript.isPresent() && manuscript.get().topic().isPresent();
    }

    public boolean discardable() {
        return manuscript.isPresent() && manuscript.get().topic().isEmpty();
    }
}

package noroshi.topic.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Step;
import noroshi.topic.FacetView;
import noroshi.topic.Following;
import noroshi.topic.MarksChange;
import noroshi.topic.Tally;
import noroshi.topic.Topic;
import noroshi.topic.Version;

/**
 * The page of one topic.
 *
 * @param shown the version on the page; an older one is marked as such
 * @param levels the two readings of one address; empty when there is one text
 * @param facet what the topic's feature draws; plain topics draw their own text
 * @param marked how the labels changed with the current version
 * @param parts the readable parts by name; those whose words stand below are among them
 * @param sections the words of the readable parts, each opened for this page
 * @param newSince what changed since the version the reader knew, in the words of their level
 */
public record TopicPage(
        Topic topic,
        String title,
        Byline by,
        Version shown,
        List<Step> crumbs,
        List<Step> levels,
        Optional<FacetView> facet,
        Content text,
        Optional<String> newSince,
        Optional<MarksChange> marked,
        List<VersionLine> versions,
        List<Part> parts,
        List<Section> sections,
        Optional<Part> parent,
        List<CommentLine> comments,
        Optional<SummaryLine> summary,
        Tally tally,
        ReadingPanel reading,
        List<FileLine> files,
        Handling handling,
        Rights rights,
        Optional<Following> following,
        List<PinLine> pins,
        OnwardPart onward,
        Typed typed) {

    /** The label of the whole page: the strictest of the topic and the parts that stand below it. */
    public Tlp strictest() {
        return sections.stream().map(part -> part.topic().tlp()).reduce(topic.tlp(), Tlp::strictest);
    }

    /** What the reader has typed into the comment box, and what was wrong with it. */
    public record Typed(String comment, boolean hidden, String quotes, FormErrors errors) {
        public static final Typed NOTHING = new Typed("", false, "", FormErrors.none());
    }

    /** One step of the history. */
    public record VersionLine(int number, Instant at, String note, boolean current, boolean shown) {}

    /** A linked topic with an audience of its own. */
    public record Part(UUID id, String title, Tlp tlp) {}

    /**
     * The words of one part below those of the whole.
     *
     * @param handling to whom it went, or why the reader has it
     * @param fresh the reader had not opened this version before
     */
    public record Section(
            Topic topic,
            String title,
            Byline by,
            Content text,
            Handling handling,
            boolean fresh,
            int comments,
            int files) {
        public String path() {
            return "/topics/" + topic.id();
        }
    }

    /** A community that the reader leads and the topic came to: is it pinned there? */
    public record PinLine(UUID community, String name, boolean pinned) {}

    /** What the reader may do here; answered once, so that the template decides nothing. */
    public record Rights(
            boolean revise, boolean withdraw, boolean reveal, boolean ask, boolean seeReaders, boolean summarise) {}

    /**
     * How the topic may be handled.
     *
     * @param reached why the reader has it: names of communities, or the sentence for everyone or for them alone
     * @param audience all whom the source addressed; empty for everyone else
     * @param answering whose window answers for it instead of its author
     */
    public record Handling(List<String> reached, List<String> audience, int views, Optional<AnsweringLine> answering) {}

    /** Whose window answers for it, and since when. */
    public record AnsweringLine(String organisation, Instant since) {}

    /**
     * The reader's own reading and that of their organisation.
     *
     * @param absent colleagues whom the reader may let read it
     */
    public record ReadingPanel(
            Optional<Instant> confirmedAt,
            boolean mayConfirm,
            int read,
            int all,
            List<ReaderLine> readers,
            List<Choice> absent) {}

    /** One colleague: when they opened the current version, or how far they came. */
    public record ReaderLine(String name, boolean me, Optional<Instant> at, Optional<Integer> olderVersion) {}

    public boolean current() {
        return shown.number() == topic.version();
    }

    public String path() {
        return "/topics/" + topic.id();
    }

    public boolean question() {
        return topic.kind() == noroshi.topic.Kind.QUESTION;
    }

    /** A matter and a notice compose their parts themselves. */
    public boolean mayAddPart() {
        return rights.revise() && !topic.kind().keptByItsFeature();
    }

    /** Between one organisation and the Centre nobody can be hidden. */
    public boolean mayHide() {
        return topic.kind() != noroshi.topic.Kind.NOTICE;
    }

    /** Whoever wrote with the organisation hidden goes on so, unless they say otherwise. */
    public boolean hides() {
        return typed.equals(Typed.NOTHING) ? stillHidden() : typed.hidden();
    }

    public boolean stillHidden() {
        return topic.hidden() && rights.revise();
    }

    public int said() {
        return (int) comments.stream().filter(line -> !line.removed()).count();
    }

    /** How many came since the reader was here. */
    public long fresh() {
        return comments.stream().filter(CommentLine::fresh).count();
    }

    /** Where the line "new from here" stands. */
    public boolean firstFresh(CommentLine line) {
        return comments.stream()
                .filter(CommentLine::fresh)
                .findFirst()
                .filter(line::equals)
                .isPresent();
    }
}

package noroshi.desk.web;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.desk.Departure;
import noroshi.desk.Matter;
import noroshi.desk.Reporter;
import noroshi.desk.Side;
import noroshi.desk.Status;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Step;
import noroshi.topic.Scan;
import noroshi.topic.Topic;

/**
 * The page of one matter, for each reader with what they may see of it.
 *
 * @param by whose matter it is, or the words for a hidden organisation
 * @param system the system concerned, by name
 * @param parts the parts the reader may read
 * @param told who was told; empty for readers who may not know
 * @param tracks what the police do beside it, as far as the reader may see it
 * @param reach how many organisations read what is written into the thread
 * @param beside what other modules say about it to this reader
 * @param goesOn the matter into which this one was merged, for whoever reads that one
 * @param desk what only the desk sees; empty for everybody else
 * @param contradictions what contradicts what in its times; for the reporter's side and the desk
 * @param lastWord when the newest word on the page came, so that nobody answers over a newer one
 */
public record MatterPage(
        Matter matter,
        Topic topic,
        String by,
        String system,
        List<Step> crumbs,
        Content outline,
        List<FileLine> files,
        List<Part> parts,
        List<Remark> thread,
        List<Event> events,
        Optional<Told> told,
        SupportPart supports,
        TrackPart tracks,
        int reach,
        Rights rights,
        Optional<Matter> goesOn,
        Optional<DeskPart> desk,
        List<Content> beside,
        List<String> contradictions,
        Instant lastWord,
        Typed typed) {

    /** What was typed into one of the page's forms, and what was wrong with it. */
    public record Typed(String form, String text, Map<String, List<String>> fields, FormErrors errors) {
        public static final Typed NOTHING = new Typed("", "", FormErrors.none());

        public Typed(String form, String text, FormErrors errors) {
            this(form, text, Map.of(), errors);
        }

        /** Every field of a form. */
        static Typed all(String form, HttpServletRequest request) {
            var fields = request.getParameterMap().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
            return new Typed(form, "", fields, FormErrors.none());
        }

        Typed refused(FormErrors because) {
            return new Typed(form, text, fields, because);
        }

        /** What stands in a field: what was typed if it was this form, else what is known. */
        public String field(String of, String name, String known) {
            return form.equals(of) ? values(of, name).stream().findFirst().orElse("") : known;
        }

        /** What was chosen in a field that takes several, if it was this form. */
        public List<String> values(String of, String name) {
            return form.equals(of) ? fields.getOrDefault(name, List.of()) : List.of();
        }

        /** The words of this form, if it was this one. */
        public String of(String name) {
            return form.equals(name) ? text : "";
        }
    }

    /** A file of a topic. */
    public record FileLine(UUID id, String name, String size, Scan scan) {}

    /** Damage facts or attack-technical facts. */
    public record Part(Side side, UUID topic, int version, Content text, List<FileLine> files) {}

    /** One contribution to the thread. */
    public record Remark(
            UUID id, String who, String person, boolean staff, Content body, Instant at, List<FileLine> files) {}

    /** Something that happened, in words. */
    public record Event(Instant at, String words, String who) {}

    /** Who was told, who is to be told, and whom one may choose. */
    public record Told(List<Line> recipients, List<Asked> proposals, List<String> withheld, List<Choice> others) {

        /** How many of them have not opened it. */
        public long unread() {
            return recipients.stream()
                    .filter(line ->
                            !line.ended() && !line.away() && line.firstView().isEmpty())
                    .count();
        }

        /**
         * One organisation that was told.
         *
         * @param left it was suspended or withdrew since it was told
         */
        public record Line(
                UUID organisation,
                String name,
                String why,
                String sees,
                Instant since,
                Optional<Instant> firstView,
                boolean ended,
                Optional<Departure> left) {
            /** It reads nothing today, whatever it was told. */
            public boolean away() {
                return left.filter(Departure::away).isPresent();
            }
        }

        /** One organisation that the desk wants to tell. */
        public record Asked(
                UUID id, String name, String reason, String sees, Instant at, Optional<String> verdict, boolean late) {}
    }

    /** What the reader may do here; answered once, so that the template decides nothing. */
    public record Rights(boolean ours, boolean staff, boolean tells, boolean speaks, boolean withdraws) {}

    public String path() {
        return matter.path();
    }

    /** Whom to call back: for those who call, and for the desk. */
    public String contact() {
        return rights.ours() || rights.staff()
                ? matter.reporter().map(Reporter::contact).orElse("")
                : "";
    }

    /** How far along it is, from 1. */
    public List<Progress> progress() {
        var steps = List.of(Status.SUBMITTED, Status.ACKNOWLEDGED, Status.TRIAGED, Status.RESPONDING, Status.CLOSED);
        return steps.stream()
                .map(step -> new Progress(step, matter.status().compareTo(step) >= 0, here(step)))
                .toList();
    }

    private boolean here(Status step) {
        return switch (matter.status()) {
            case SUPPORT_COORDINATING, RESPONDING, CONTAINED, RECOVERED -> step == Status.RESPONDING;
            case CLOSED, MERGED, WITHDRAWN -> step == Status.CLOSED;
            case Status other -> step == other;
        };
    }

    /** One step of five that a reader finds their matter on. */
    public record Progress(Status status, boolean done, boolean here) {}
}

package noroshi.intel.drop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.Reason;
import noroshi.intel.Spelling;
import noroshi.shared.Tlp;

/**
 * One entry that can be taken.
 *
 * @param place its number among all that can be taken, from 1
 * @param where the line, or the path to it
 * @param tests what is looked for or was seen; each by itself is enough
 * @param text the words of a note, a link, a number or a rule
 * @param changes what was written otherwise, or could not be kept with it
 */
public record Item(
        int place, String where, Sense sense, List<Test> tests, String text, Facts facts, List<Reason> changes) {
    private static final int SHOWN = 200;

    public Item {
        tests = List.copyOf(tests);
        changes = List.copyOf(changes);
    }

    /**
     * What the source says of it.
     *
     * @param kind the source's own word for the type
     * @param name of a file, where the source gives one beside a hash
     * @param event number of the event it stands in, from 0; -1 for none
     */
    public record Facts(
            String kind,
            String name,
            String about,
            Optional<Tlp> tlp,
            List<String> labels,
            Optional<UUID> id,
            Optional<Instant> at,
            Optional<Instant> firstSeen,
            int event) {
        public Facts {
            labels = List.copyOf(labels);
        }

        static final Facts NONE = new Facts(
                "", "", "", Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), -1);

        Facts named(String newName) {
            return new Facts(kind, newName, about, tlp, labels, id, at, firstSeen, event);
        }

        Facts inEvent(int newEvent) {
            return new Facts(kind, name, about, tlp, labels, id, at, firstSeen, newEvent);
        }

        Facts atLeast(Optional<Tlp> least) {
            return new Facts(kind, name, about, LineReader.strictest(tlp, least), labels, id, at, firstSeen, event);
        }

        Facts with(String newAbout, Optional<Tlp> newTlp, Optional<Instant> newFirstSeen) {
            return new Facts(kind, name, newAbout, newTlp, labels, id, at, newFirstSeen, event);
        }
    }

    /** Under this label, where it is stricter than what stands. */
    Item atLeast(Optional<Tlp> label) {
        var now = facts.tlp().orElse(Tlp.AMBER_STRICT);
        return label.filter(other -> other.compareTo(now) > 0)
                .map(other -> new Item(place, where, sense, tests, text, facts.atLeast(label), changes))
                .orElse(this);
    }

    /** In something with this label; its own may be stricter. */
    Item within(Optional<Tlp> label) {
        return new Item(place, where, sense, tests, text, facts.atLeast(label), changes);
    }

    /** What is said here, whoever gave it a name: the same words of one source stand under one label. */
    String words() {
        return tests.isEmpty()
                ? text
                : tests.stream()
                        .map(test -> test.path() + " " + test.form().value())
                        .collect(Collectors.joining(" "));
    }

    public List<Spelling.Form> forms() {
        return tests.stream().map(Test::form).toList();
    }

    /** Whether it is for the one alone who was given it. */
    boolean red() {
        return facts.tlp().filter(Tlp.RED::equals).isPresent();
    }

    /** Written so that nobody opens it by mistake. */
    public String shown() {
        var words = tests.isEmpty()
                ? text
                : forms().stream()
                        .map(form -> form.type().harmless(form.value()))
                        .collect(Collectors.joining(" | "));
        return words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
    }
}

package noroshi.desk.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.desk.Capability;
import noroshi.site.FormErrors;
import noroshi.site.Ui;

/**
 * What agencies can help with.
 *
 * @param speaks the reader says it for an agency; else they are at the desk, and read what all agencies said
 */
public record CapabilityPage(
        boolean speaks, List<Agency> agencies, List<Capability> own, Typed typed, FormErrors errors) {
    /** One agency, by name. */
    public record Agency(String code, String name, List<Capability> said) {}

    /** What was typed and refused. */
    public record Typed(String cause, Set<String> kinds, String words) {
        public static final Typed NOTHING = new Typed("", Set.of(), "");
    }

    /** The kinds of help in words. */
    public static String kinds(Capability it) {
        return it.kinds().stream()
                .sorted()
                .map(kind -> Ui.word("desk.support-kind", kind))
                .collect(Collectors.joining(Ui.text("desk.and")));
    }
}

package noroshi.intel.enquiry.web;

import static noroshi.site.Ui.text;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.intel.enquiry.Enquiry;
import noroshi.intel.enquiry.Known;
import noroshi.intel.enquiry.Opinion;
import noroshi.intel.enquiry.Verdict;
import noroshi.shared.Tlp;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Step;
import noroshi.site.Ui;

/**
 * One enquiry: what was asked, what is known, what providers say, and the answer.
 *
 * @param providers who can still be asked
 */
public record EnquiryPage(
        Enquiry enquiry,
        Known known,
        List<Opinion> opinions,
        Set<UUID> providers,
        Map<UUID, String> names,
        boolean judging,
        String words,
        FormErrors errors,
        Instant now) {

    public List<Step> crumbs() {
        return List.of(
                new Step(text("enquiry.title"), "/intel/enquiries", false), new Step(enquiry.harmless(), path(), true));
    }

    public String path() {
        return "/intel/enquiries/" + enquiry.id();
    }

    public String name(UUID organisation) {
        return names.getOrDefault(organisation, "–");
    }

    public List<Choice> verdicts() {
        return Arrays.stream(Verdict.values())
                .map(verdict -> new Choice(verdict.name(), Ui.word("enquiry.verdict", verdict)))
                .toList();
    }

    public List<Choice> labels() {
        return Stream.of(Tlp.AMBER_STRICT, Tlp.AMBER, Tlp.GREEN)
                .filter(tlp -> tlp == Tlp.AMBER_STRICT || !known.registered())
                .map(tlp -> new Choice(tlp.name(), tlp.label() + " " + Ui.word("enquiry.label", tlp)))
                .toList();
    }

    public List<Choice> open() {
        return providers.stream()
                .filter(id -> opinions.stream()
                        .noneMatch(opinion -> opinion.provider().equals(id)))
                .map(id -> new Choice(id.toString(), name(id)))
                .sorted(java.util.Comparator.comparing(Choice::label))
                .toList();
    }

    /** What all say who could tell; nothing while nobody can, or they contradict each other. */
    public Optional<Verdict> agreed() {
        var told = told();
        return told.size() == 1 ? Optional.of(told.iterator().next()) : Optional.empty();
    }

    /** Whether one says harmful and another harmless: their grounds have to be weighed. */
    public boolean contradicting() {
        return told().size() > 1;
    }

    private Set<Verdict> told() {
        return opinions.stream()
                .flatMap(opinion -> opinion.verdict().stream())
                .filter(verdict -> verdict != Verdict.UNKNOWN)
                .collect(Collectors.toSet());
    }

    /** How many have not answered. */
    public long silent() {
        return opinions.stream().filter(opinion -> opinion.verdict().isEmpty()).count();
    }

    /** How many said what. */
    public String combined() {
        return opinions.stream()
                .flatMap(opinion -> opinion.verdict().stream())
                .collect(Collectors.groupingBy(verdict -> verdict, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> Ui.word("enquiry.verdict", entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining("・"));
    }
}

package noroshi.intel.enquiry.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.intel.enquiry.Enquiries;
import noroshi.intel.enquiry.Known;
import noroshi.site.FormErrors;

/**
 * What is known of something suspicious, and asking the Centre about what that does not settle.
 *
 * @param looked whether somebody has asked for anything
 * @param mail whether it came as a mail
 * @param rest the values beyond those that are looked up at once
 * @param chosen the values ticked to be sent; empty before anybody ticked or unticked one
 */
public record LookPage(
        String q,
        boolean looked,
        boolean mail,
        List<Known> known,
        List<String> rest,
        Optional<Set<String>> chosen,
        String note,
        FormErrors errors) {
    /** What is too long to be read, as it was typed. */
    static LookPage unread(String q, FormErrors errors) {
        return new LookPage(q, false, false, List.of(), List.of(), Optional.empty(), "", errors);
    }

    /** Whether what was typed was too long to be read. */
    public boolean unread() {
        return !looked && errors.at("q");
    }

    /** What can be asked: the Centre has not answered it, and the reader's organisation does not wait for that. */
    public List<Known> askable() {
        return known.stream().filter(Known::askable).toList();
    }

    /** How many values were found in what was typed. */
    public int found() {
        return known.size() + rest.size();
    }

    /** Ticked beforehand is what nobody knows anything of, as far as the Centre is asked about it at once. */
    public boolean ticked(Known one) {
        return chosen.map(values -> values.contains(one.form().value()))
                .orElseGet(() ->
                        known.stream().filter(Known::open).limit(Enquiries.MOST).anyMatch(one::equals));
    }
}

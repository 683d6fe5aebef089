package noroshi.intel.enquiry.web;

import java.util.List;
import noroshi.intel.enquiry.Known;
import noroshi.site.FormErrors;

/**
 * What is known of something suspicious, and asking the Centre about the rest.
 *
 * @param looked whether somebody has asked for anything
 * @param mail whether it came as a mail
 */
public record LookPage(String q, boolean looked, boolean mail, List<Known> known, String note, FormErrors errors) {
    public List<Known> open() {
        return known.stream().filter(Known::open).toList();
    }
}

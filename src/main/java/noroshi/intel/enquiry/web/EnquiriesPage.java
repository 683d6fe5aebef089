package noroshi.intel.enquiry.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.enquiry.Enquiry;
import noroshi.intel.enquiry.Opinion;
import noroshi.intel.enquiry.Verdict;
import noroshi.site.FormErrors;

/** Enquiries of one's own organisation, those one answers, and questions to one's organisation as a provider. */
public record EnquiriesPage(
        List<Enquiry> own,
        List<Enquiry> all,
        List<Opinion> asked,
        boolean judging,
        Map<UUID, String> names,
        Optional<Typed> typed,
        Instant now) {

    /** A refused answer to a question, as it was typed. */
    public record Typed(UUID enquiry, Verdict verdict, Optional<Integer> confidence, String words, FormErrors errors) {}

    /** What was typed about one question. */
    public Optional<Typed> typed(Opinion opinion) {
        return typed.filter(each -> each.enquiry().equals(opinion.enquiry()));
    }

    public String name(UUID organisation) {
        return names.getOrDefault(organisation, "–");
    }
}

package noroshi.intel.enquiry.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.intel.enquiry.Enquiry;
import noroshi.intel.enquiry.Opinion;

/** Enquiries of one's own organisation, those one answers, and questions to one's organisation as a provider. */
public record EnquiriesPage(
        List<Enquiry> own,
        List<Enquiry> all,
        List<Opinion> asked,
        boolean judging,
        Map<UUID, String> names,
        Instant now) {
    public String name(UUID organisation) {
        return names.getOrDefault(organisation, "–");
    }
}

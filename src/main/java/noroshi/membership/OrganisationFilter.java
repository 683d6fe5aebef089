package noroshi.membership;

import java.util.Optional;

/** Which organisations to list: by words in name or code, by category, by standing. */
public record OrganisationFilter(String words, String category, Optional<Organisation.Status> status) {}

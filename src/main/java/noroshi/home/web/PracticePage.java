package noroshi.home.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.site.Step;

/**
 * The bulletin a newcomer practises with.
 *
 * @param pro at which of its two levels it is shown
 * @param confirmed when the reader confirmed it
 */
public record PracticePage(boolean pro, List<Step> levels, Optional<Instant> confirmed) {}

package noroshi.desk;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A standing rule: who is to be told, when, and what of it.
 *
 * @param code of the ministry, association, sector, category or system; empty for {@link Trigger#ALWAYS}
 */
public record Party(
        UUID id, Trigger trigger, String code, UUID organisation, boolean damage, boolean technical, LocalDate from) {}

package noroshi.membership;

import java.util.UUID;

/**
 * An organisation withdraws.
 *
 * @param takeBack what it shared with its name is taken back too; otherwise it stays, marked
 */
public record Withdrawal(UUID organisation, String reason, boolean takeBack) {}

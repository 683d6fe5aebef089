package noroshi.asset;

import java.util.UUID;

/**
 * How much an organisation has in the register.
 *
 * @param registered in force
 * @param waiting for the Centre, renewals included
 */
public record Holding(UUID organisation, int registered, int waiting) {}

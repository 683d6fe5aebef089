package noroshi.membership;

import java.util.List;

/**
 * One move with what it means for whoever moves.
 *
 * @param done the day has come
 * @param mine the reader moves
 * @param others organisations where they sit besides, for themselves alone
 * @param left how many communities they have left, for themselves alone
 */
public record Moving(Move move, boolean done, boolean mine, List<OrganisationName> others, int left) {}

package noroshi.membership;

import java.util.List;

/**
 * One move with what it means for whoever moves.
 *
 * @param done the day has come
 * @param mine the reader moves
 * @param here the reader sits where they leave
 * @param mayAccept the reader takes people in where they go, and it is asked
 * @param mayDecline the reader administers either side, and it may still be let be
 * @param others organisations where they sit besides, for themselves alone
 * @param left how many communities they have left, for themselves alone
 */
public record Moving(
        Move move,
        boolean done,
        boolean mine,
        boolean here,
        boolean mayAccept,
        boolean mayDecline,
        List<OrganisationName> others,
        int left) {}

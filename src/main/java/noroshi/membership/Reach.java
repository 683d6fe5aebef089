package noroshi.membership;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Role;

/**
 * How far administration reaches: nobody acts on a person whose rights are not a part of their own, and an
 * organisation's administrator only within their organisation.
 */
public final class Reach {
    private static final Set<Role> OF_MEMBERS = EnumSet.of(Role.MEMBER_USER, Role.MEMBER_POC, Role.ORG_ADMIN);

    private Reach() {}

    /** Whether the actor may change, suspend or recover somebody who sits in these seats. */
    public static boolean mayActOn(Actor actor, Collection<Seat> seats) {
        return !seats.isEmpty()
                && seats.stream()
                        .allMatch(seat -> mayGrant(actor, seat.organisation().id(), seat.roles()));
    }

    /** Whether the actor may give these roles in this organisation, and so take them away. */
    public static boolean mayGrant(Actor actor, UUID organisation, Set<Role> roles) {
        var own = rights(actor);
        return own.containsAll(roles) && mayAdminister(actor, organisation);
    }

    /** Whether the actor administers this organisation at all. */
    public static boolean mayAdminister(Actor actor, UUID organisation) {
        return actor.is(Role.ADMINISTRATOR)
                || (actor.is(Role.ORG_ADMIN) && actor.organisation().equals(organisation));
    }

    /** Whether the actor administers any organisation. */
    static boolean administersAny(Actor actor) {
        return actor.is(Role.ADMINISTRATOR) || actor.is(Role.ORG_ADMIN);
    }

    /** What the acting seat's roles contain: the Centre's administrator stands above all others. */
    static Set<Role> rights(Actor actor) {
        if (actor.is(Role.ADMINISTRATOR)) {
            return EnumSet.allOf(Role.class);
        }
        var rights = EnumSet.noneOf(Role.class);
        rights.addAll(actor.roles());
        if (actor.is(Role.ORG_ADMIN)) {
            rights.addAll(OF_MEMBERS);
        }
        return rights;
    }
}

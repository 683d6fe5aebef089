package noroshi.membership.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.membership.Person;
import noroshi.membership.Seat;
import noroshi.membership.signin.Recovery;
import noroshi.shared.Role;
import noroshi.site.Choice;

/**
 * A person, and for their administrators what may be changed.
 *
 * @param oneself whether the reader looks at themselves
 * @param mayStand whether the reader may suspend or withdraw them
 * @param recovery one under way, as far as the reader may know of it
 */
public record PersonPage(
        Person person,
        List<SeatLine> seats,
        boolean oneself,
        boolean mayStand,
        boolean mayRecover,
        Optional<Recovery> recovery) {

    /**
     * A seat, and what the reader may do with it.
     *
     * @param alone nobody else holds the window
     */
    public record SeatLine(Seat seat, boolean window, boolean alone, boolean mayChange, List<Choice> grantable) {
        /** The roles as the form sends them. */
        public Set<String> roles() {
            return Set.copyOf(seat.roles().stream().map(Role::name).toList());
        }
    }

    /** The address of the person. */
    public String path() {
        return "/members/" + person.id();
    }

    public boolean active() {
        return person.status() == Person.Status.ACTIVE;
    }
}

package noroshi.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import org.junit.jupiter.api.Test;

class ReachTests {
    private static final UUID HERE = new UUID(1, 1);
    private static final UUID THERE = new UUID(2, 2);
    private static final int WORLDS = 100_000;

    private final Random random = new Random(20260711);

    /** Over random role sets: whoever may be acted on has no right that the actor has not. */
    @Test
    void nobodyReachesAboveTheirOwnRights() {
        for (int i = 0; i < WORLDS; i++) {
            var actor = new Actor(UUID.randomUUID(), random.nextBoolean() ? HERE : THERE, roles(), "web");
            var seats = IntStream.range(0, random.nextInt(4))
                    .mapToObj(n -> seat(random.nextBoolean() ? HERE : THERE, roles()))
                    .toList();
            if (Reach.mayActOn(actor, seats)) {
                assertThat(seats).isNotEmpty();
                for (var seat : seats) {
                    assertThat(Reach.rights(actor)).containsAll(seat.roles());
                    assertThat(Reach.rights(actor)).containsAll(rightsOf(seat));
                    assertThat(actor.is(Role.ADMINISTRATOR)
                                    || seat.organisation().id().equals(actor.organisation()))
                            .isTrue();
                }
                assertThat(actor.is(Role.ADMINISTRATOR) || actor.is(Role.ORG_ADMIN))
                        .isTrue();
            }
        }
    }

    /** Reach is transitive: acting on somebody never opens the way to somebody further up. */
    @Test
    void reachIsTransitive() {
        for (int i = 0; i < WORLDS; i++) {
            var one = new Actor(UUID.randomUUID(), random.nextBoolean() ? HERE : THERE, roles(), "web");
            var two = seat(random.nextBoolean() ? HERE : THERE, roles());
            var three = seat(random.nextBoolean() ? HERE : THERE, roles());
            if (Reach.mayActOn(one, List.of(two)) && Reach.mayActOn(two.actor("web"), List.of(three))) {
                assertThat(Reach.mayActOn(one, List.of(three))).isTrue();
            }
        }
    }

    @Test
    void theCentresAdministratorReachesEverybody() {
        var ada = new Actor(UUID.randomUUID(), HERE, Set.of(Role.ADMINISTRATOR), "web");
        assertThat(Reach.mayActOn(ada, List.of(seat(THERE, EnumSet.allOf(Role.class)))))
                .isTrue();
    }

    @Test
    void anOrganisationsAdministratorReachesMembersOfTheirOwnOnly() {
        var rin = new Actor(UUID.randomUUID(), HERE, Set.of(Role.ORG_ADMIN), "web");
        assertThat(Reach.mayActOn(rin, List.of(seat(HERE, Set.of(Role.MEMBER_POC)))))
                .isTrue();
        assertThat(Reach.mayActOn(rin, List.of(seat(THERE, Set.of(Role.MEMBER_USER)))))
                .isFalse();
        assertThat(Reach.mayActOn(rin, List.of(seat(HERE, Set.of(Role.ADMINISTRATOR)))))
                .isFalse();
        assertThat(Reach.mayActOn(rin, List.of(seat(HERE, Set.of(Role.MEMBER_USER)), seat(THERE, Set.of()))))
                .isFalse();
    }

    @Test
    void aMemberReachesNobody() {
        var mika = new Actor(UUID.randomUUID(), HERE, Set.of(Role.MEMBER_USER, Role.MEMBER_POC), "web");
        assertThat(Reach.mayActOn(mika, List.of(seat(HERE, Set.of(Role.MEMBER_USER)))))
                .isFalse();
        assertThat(Reach.mayActOn(mika, List.of(seat(HERE, Set.of())))).isFalse();
    }

    private Set<Role> roles() {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (random.nextInt(6) == 0) {
                roles.add(role);
            }
        }
        return roles;
    }

    private static Set<Role> rightsOf(Seat seat) {
        return Reach.rights(seat.actor("web"));
    }

    private static Seat seat(UUID organisation, Set<Role> roles) {
        return new Seat(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new OrganisationName(organisation, "o", "o", "o"),
                roles,
                Instant.EPOCH);
    }
}

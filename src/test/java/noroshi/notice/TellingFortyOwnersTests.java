package noroshi.notice;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.membership.Invitations;
import noroshi.membership.NewInvitation;
import noroshi.membership.NewOrganisation;
import noroshi.membership.Newcomer;
import noroshi.membership.Organisation;
import noroshi.membership.Organisations;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.testing.WholeHouse;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** One finding at forty owners is written once and leaves as forty notices; none of them knows of the others. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=AnsweringNoticesTests") // forty organisations more
class TellingFortyOwnersTests {
    private static final int OWNERS = 40;

    @Autowired
    Sending sending;

    @Autowired
    Notices notices;

    @Autowired
    DutyDesk desk;

    @Autowired
    AssetRegister register;

    @Autowired
    AssetApprovals approvals;

    @Autowired
    Organisations organisations;

    @Autowired
    Invitations invitations;

    @Autowired
    Topics topics;

    /** Who keeps the window of an owner, and what they have. */
    private record Owner(Actor keeper, String name, UUID asset) {}

    @Test
    void fortyOwnersAreToldEachOfTheirOwn() {
        var owners = IntStream.range(0, OWNERS).mapToObj(each -> owner()).toList();
        approvals.approve(owners.stream().map(Owner::asset).toList(), DANA);
        var lines = owners.stream().map(each -> "www." + each.name()).collect(Collectors.joining("\n"));
        var everybody =
                owners.stream().map(each -> each.keeper().organisation()).collect(Collectors.toSet());
        assertThat(sending.match(lines, Optional.empty(), DANA).recipients())
                .hasSize(OWNERS)
                .allMatch(Matching.Recipient::kept);
        var title = "四十か所で見つかったもの " + UUID.randomUUID();

        var sent = sending.send(Samples.notice(title), lines, Optional.empty(), everybody, DANA);

        assertThat(new HashSet<>(sent)).hasSize(OWNERS);
        var batch = desk.batchOf(sent.getFirst(), DANA).orElseThrow();
        assertThat(desk.batch(batch, DANA)).contains(new Batch(batch, OWNERS, 0, 0));
        var theirs = new ArrayList<UUID>();
        for (var owner : owners) {
            var own = notices.waiting(200, owner.keeper());
            assertThat(own).singleElement().matches(row -> row.title().equals(title));
            theirs.add(own.getFirst().topic());
            assertThat(notices.show(theirs.getLast(), owner.keeper()).places())
                    .extracting(Place::shown)
                    .containsExactly("www." + owner.name());
            assertThat(topics.texts(theirs.getLast(), 1, owner.keeper()).values())
                    .allSatisfy(text -> assertThat(owners.stream().filter(other -> !other.equals(owner)))
                            .noneMatch(other -> (text.title() + text.body()).contains(other.name())));
            assertThat(desk.batchOf(theirs.getLast(), owner.keeper())).isEmpty();
        }
        assertThat(theirs).containsExactlyInAnyOrderElementsOf(sent);
        for (int each = 0; each < OWNERS; each++) {
            var next = theirs.get((each + 1) % OWNERS);
            var keeper = owners.get(each).keeper();
            assertThatThrownBy(() -> notices.show(next, keeper)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> notices.show(next, OTTO)).isInstanceOf(NotFound.class);
        }
    }

    private Owner owner() {
        var code = "f-" + UUID.randomUUID().toString().substring(0, 8);
        var organisation =
                organisations.found(new NewOrganisation(code, code, code, Organisation.Part.MEMBER, ""), ADA);
        organisations.move(organisation, Organisation.Status.ACTIVE, "試験", ADA);
        var roles = Set.of(Role.MEMBER_USER, Role.MEMBER_POC);
        var link =
                invitations.invite(new NewInvitation(organisation, "窓口 " + code, code + "@member.example", roles), ADA);
        var person = invitations.take(link, new Newcomer(code, "窓口 " + code, "", Locale.JAPANESE));
        var keeper = new Actor(person, organisation, roles, "web");
        var name = code + ".example";
        return new Owner(keeper, name, register.register(Optional.empty(), name, "", keeper));
    }
}

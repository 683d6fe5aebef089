package noroshi.membership;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.Cast.SPORTS;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What an organisation is has a first day, a last day, and a past that stays. */
@WholeHouse
class DatingTraitsTests {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Autowired
    Organisations organisations;

    @Autowired
    References references;

    @Autowired
    MockMvcTester mvc;

    private UUID id = new UUID(0, 0);

    @BeforeEach
    void found() {
        references.keep(Trait.MINISTRY, List.of(ministry("ALPHA"), ministry("BETA")), ADA);
        var code = "dated-" + UUID.randomUUID().toString().substring(0, 8);
        id = organisations.found(new NewOrganisation(code, "日付の組織", "Dated", Organisation.Part.MEMBER, ""), ADA);
    }

    @Test
    void whatWasKeepsItsDatesAndWhatComesWaits() {
        be(Set.of("ALPHA"), today.minusDays(30));
        be(Set.of("BETA"), today.plusDays(10));
        assertThat(periods())
                .containsExactlyInAnyOrder(
                        "ALPHA " + today.minusDays(30) + " " + today.plusDays(10), "BETA " + today.plusDays(10) + " -");
        assertThat(organisations.traits(id)).containsEntry(Trait.MINISTRY, Set.of("ALPHA"));

        be(Set.of("ALPHA"), today);
        assertThat(periods()).containsExactly("ALPHA " + today.minusDays(30) + " -");

        be(Set.of(), today);
        assertThat(periods()).containsExactly("ALPHA " + today.minusDays(30) + " " + today);
        be(Set.of("ALPHA", "BETA"), today);
        be(Set.of("ALPHA", "BETA"), today);
        assertThat(periods())
                .containsExactlyInAnyOrder(
                        "ALPHA " + today.minusDays(30) + " " + today, "ALPHA " + today + " -", "BETA " + today + " -");
    }

    @Test
    void anEarlierDayReplacesWhatWasPlanned() {
        be(Set.of("ALPHA"), today.plusDays(20));
        be(Set.of("ALPHA", "BETA"), today.minusDays(5));
        assertThat(periods())
                .containsExactlyInAnyOrder("ALPHA " + today.minusDays(5) + " -", "BETA " + today.minusDays(5) + " -");
    }

    @Test
    void thePageShowsFromWhenToWhenAndLosesNothingTyped() {
        be(Set.of("ALPHA"), today.minusDays(30));
        assertThat(mvc.post()
                        .uri("/organisations/" + id + "/traits")
                        .with(as(ADA))
                        .param("ministry", "BETA")
                        .param("from", today.plusDays(40).toString()))
                .hasStatus(303);
        assertThat(mvc.get().uri("/organisations/" + id).with(as(ADA)))
                .hasStatusOk()
                .bodyText()
                .contains("省庁ALPHA", "省庁BETA", "これまでとこれから", "いつから", "期限なし")
                .doesNotContain("membership.traits");
        for (var bad : Set.of("あした", today.plusYears(30).toString())) {
            assertThat(mvc.post()
                            .uri("/organisations/" + id + "/traits")
                            .with(as(ADA))
                            .param("ministry", "BETA")
                            .param("from", bad))
                    .hasStatus(422)
                    .bodyText()
                    .contains("value=\"" + bad + "\"")
                    .containsPattern("value=\"BETA\"[^>]*checked");
        }
        assertThat(periods()).hasSize(2);
    }

    @Test
    void whatAnOrganisationWasIsItsOwnAndTheCentres() {
        assertThat(organisations.periods(SPORTS, SORA)).isNotNull();
        assertThatThrownBy(() -> organisations.periods(id, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> organisations.be(SPORTS, Map.of(), today, SORA))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> organisations.be(SPORTS, Map.of(), today, RIN)).isInstanceOf(NotAllowed.class);
    }

    private NewReference ministry(String code) {
        return new NewReference(
                code, "省庁" + code, "Ministry " + code, today.minusYears(20), Optional.empty(), Map.of());
    }

    private void be(Set<String> codes, LocalDate from) {
        organisations.be(id, Map.of(Trait.MINISTRY, codes), from, ADA);
    }

    private List<String> periods() {
        return organisations.periods(id, ADA).stream()
                .map(each -> each.reference().code() + " " + each.from() + " "
                        + each.to().map(LocalDate::toString).orElse("-"))
                .toList();
    }
}

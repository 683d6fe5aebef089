package noroshi.membership;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import noroshi.testing.OnItsWay;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Where somebody's mail goes does not change behind their back. */
@WholeHouse
class ChangingAddressesTests {
    private static final String TOLD = "メールアドレスが変わりました";

    @Autowired
    Profiles profiles;

    @Autowired
    OnItsWay onItsWay;

    @Autowired
    MockMvcTester mvc;

    @Test
    void theOwnerAndThoseWhoAdministerThemHearOfIt() {
        var before = profiles.mine(MIKA);
        profiles.save(called(before, "ミカ"), before.seen(), MIKA);
        onItsWay.untilTold();
        assertThat(mvc.get().uri("/notifications").with(as(RIN))).bodyText().doesNotContain(TOLD);

        var renamed = profiles.mine(MIKA);
        profiles.save(at(renamed, Optional.of("elsewhere@mail.example")), renamed.seen(), MIKA);
        onItsWay.untilTold();
        profiles.save(before, profiles.mine(MIKA).seen(), MIKA);
        for (var told : List.of(MIKA, RIN)) {
            assertThat(mvc.get().uri("/notifications").with(as(told)))
                    .bodyText()
                    .contains(TOLD);
        }
        for (var other : List.of(OTTO, NOOR)) {
            assertThat(mvc.get().uri("/notifications").with(as(other)))
                    .bodyText()
                    .doesNotContain(TOLD);
        }
        assertThat(mvc.get().uri("/members/" + MIKA.person()).with(as(RIN))).hasStatusOk();
    }

    private static Profile called(Profile it, String kana) {
        return new Profile(
                it.name(),
                kana,
                it.nameEn(),
                it.email(),
                it.titleJa(),
                it.titleEn(),
                it.locale(),
                it.level(),
                it.theme());
    }

    private static Profile at(Profile it, Optional<String> email) {
        return new Profile(
                it.name(),
                it.kana(),
                it.nameEn(),
                email,
                it.titleJa(),
                it.titleEn(),
                it.locale(),
                it.level(),
                it.theme());
    }
}

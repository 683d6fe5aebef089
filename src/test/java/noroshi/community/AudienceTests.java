package noroshi.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import noroshi.membership.OfficeKind;
import noroshi.membership.OrganisationName;
import noroshi.membership.PersonName;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTests {
    private static final OrganisationName RAILWAY = new OrganisationName(UUID.randomUUID(), "rail", "鉄道", "Rail");
    private static final Addressee EVERYONE = new Addressee.Everyone();
    private static final Addressee CIRCLE =
            new Addressee.Circle(UUID.randomUUID(), new Wording("会", "circle"), new Wording("参加者", "members"), 1);
    private static final Addressee WINDOW = new Addressee.Office(UUID.randomUUID(), OfficeKind.WINDOW, RAILWAY);
    private static final Addressee MIKA =
            new Addressee.Named(new PersonName(UUID.randomUUID(), "mika", "三浦", "Miura", RAILWAY));

    @ParameterizedTest
    @EnumSource(Tlp.class)
    void nothingGoesToNobody(Tlp tlp) {
        assertThat(refusal(tlp)).isEqualTo("audience.missing");
    }

    @ParameterizedTest
    @CsvSource({
        "CLEAR,''",
        "GREEN,''",
        "AMBER,audience.amber-everyone",
        "AMBER_STRICT,audience.amber-strict-everyone",
        "RED,audience.red-persons"
    })
    void everyoneReadsClearAndGreenOnly(Tlp tlp, String expected) {
        assertThat(refusal(tlp, CIRCLE, EVERYONE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLEAR", "GREEN", "AMBER", "AMBER_STRICT"})
    void communitiesWindowsAndPersonsReadUpToAmberStrict(Tlp tlp) {
        assertThat(refusal(tlp, CIRCLE, WINDOW, MIKA)).isEmpty();
    }

    @Test
    void redIsForNamedPersons() {
        assertThat(refusal(Tlp.RED, MIKA)).isEmpty();
        assertThat(refusal(Tlp.RED, MIKA, WINDOW)).isEqualTo("audience.red-persons");
        assertThat(refusal(Tlp.RED, CIRCLE)).isEqualTo("audience.red-persons");
    }

    @Test
    void anAudienceFillsItsFormAgain() {
        var audience = new Audience(List.of(EVERYONE, CIRCLE, WINDOW, MIKA));
        assertThat(AudienceField.all(audience.fields()))
                .containsExactly(
                        new AudienceField.Everyone(),
                        new AudienceField.OfCommunity(CIRCLE.principal()),
                        new AudienceField.OfOrganisation(RAILWAY.id()),
                        new AudienceField.OfPerson(MIKA.principal()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "all",
                "EVERYONE",
                "community:",
                "community:1",
                "sector:00000000-0000-4000-8000-000000000001",
                "person:00000000-0000-4000-8000-000000000001 ",
                "person:00000000-0000-4000-8000-00000000000g"
            })
    void whatIsNoAddresseeIsRefusedAndDroppedFromAForm(String field) {
        assertThatThrownBy(() -> AudienceField.all(List.of(field))).isInstanceOf(RuleBroken.class);
        assertThat(AudienceField.readable(List.of(field))).isEmpty();
    }

    private static String refusal(Tlp tlp, Addressee... addressees) {
        return new Audience(List.of(addressees))
                .forbidden(tlp)
                .map(RuleBroken::key)
                .orElse("");
    }
}

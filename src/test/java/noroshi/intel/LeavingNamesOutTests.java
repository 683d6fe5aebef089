package noroshi.intel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What others get of an object whose source is not named to them. */
class LeavingNamesOutTests {
    private static final String MAKER = "identity--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";
    private static final List<String> NAMES = List.of("極東鉄鋼", "Acme Steel", "acme");

    private static Optional<String> unnamed(String object) {
        return Unnamed.of(object.getBytes(StandardCharsets.UTF_8), NAMES)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void whatAPropertyIsCalledNamesToo() {
        assertThat(unnamed("""
                {"type":"indicator","id":"indicator--1","x_acme_score":5,"x_Acme_Steel_case":1,"x_score":7,\
                "x_detail":{"acme-desk":1},"extensions":{"x-acme-ext":{"level":3},"x-other-ext":{"level":4}}}"""))
                .contains(
                        "{\"type\":\"indicator\",\"id\":\"indicator--1\",\"x_score\":7,\"extensions\":{\"x-other-ext\":{\"level\":4}}}");
    }

    @Test
    void aPropertyOfOnesOwnNeedsNoPrefixToTell() {
        assertThat(unnamed("""
                {"type":"x-score","id":"x-score--1","acme_score":5,"desk":"Acme Steel SOC","detail":{"by":["acme"]},\
                "name":"n","score":7}""")).contains("{\"type\":\"x-score\",\"id\":\"x-score--1\",\"name\":\"n\",\"score\":7}");
    }

    @Test
    void whatAnotherTypeCallsSoIsOnesOwn() {
        assertThat(unnamed("""
                {"type":"indicator","pattern":"p","vendor":"Acme","product":"Acme Steel feed","issuer":"acme","name":"Acme"}""")).contains("{\"type\":\"indicator\",\"pattern\":\"p\",\"name\":\"Acme\"}");
        assertThat(unnamed("{\"type\":\"x-score\",\"description\":\"by Acme\",\"score\":7}"))
                .as("a type that nobody else knows")
                .contains("{\"type\":\"x-score\",\"score\":7}");
        assertThat(unnamed("{\"type\":\"software\",\"name\":\"n\",\"vendor\":\"Acme\"}"))
                .isEmpty();
        assertThat(unnamed("{\"type\":\"x509-certificate\",\"issuer\":\"CN=Acme\",\"subject\":\"CN=Acme\"}"))
                .isEmpty();
    }

    @Test
    void everyTypeOfTheSpecificationHasItsProperties() {
        for (var type : StixType.values()) {
            for (var names : type.required()) {
                for (var name : names.split("\\|")) {
                    assertThat(StixProperties.of(type.written(), name))
                            .as(type + " " + name)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aMarkingOfAPartThatIsGoneGoesWithIt() {
        assertThat(unnamed("""
                {"type":"malware","acme_score":5,"granular_markings":[{"marking_ref":"m","selectors":["acme_score.[0]","type"]},\
                {"marking_ref":"n","selectors":["acme_score"]}]}"""))
                .contains(
                        "{\"type\":\"malware\",\"granular_markings\":[{\"marking_ref\":\"m\",\"selectors\":[\"type\"]}]}");
    }

    @Test
    void whatTheSpecificationNamesIsTheSourcesFreeText() {
        assertThat(unnamed("{\"type\":\"report\",\"name\":\"Acme Steel was hit\",\"description\":\"acme\"}"))
                .isEmpty();
    }

    @Test
    void anExtensionsDefinitionKeepsItsPlaceAndTellsNothing() {
        assertThat(unnamed("""
                {"type":"extension-definition","id":"extension-definition--1","name":"Acme scores","version":"1.0",\
                "schema":"https://acme.example/s.json","description":"plain","extension_types":["property-extension"]}""")).contains("""
                {"type":"extension-definition","id":"extension-definition--1","name":"%s","version":"1.0",\
                "schema":"%s","description":"plain","extension_types":["property-extension"]}""".formatted(Unnamed.SOURCE, Unnamed.SOURCE));
    }

    @Test
    void aTypeOfOnesOwnMayTellByItsName() {
        assertThat(Unnamed.tells("x-acme-ioc", NAMES)).isTrue();
        assertThat(Unnamed.tells("acme-ioc", NAMES)).isTrue();
        assertThat(Unnamed.tells("x-far-east-ioc", List.of("Far East"))).isTrue();
        assertThat(Unnamed.tells("x-pacmen-ioc", NAMES)).isFalse();
        assertThat(Unnamed.tells("x-score", NAMES)).isFalse();
        assertThat(Unnamed.tells("tool", List.of("tool")))
                .as("one of the specification")
                .isFalse();
    }

    @Test
    void aNameOfTwoWordsIsKnownInAPropertysName() {
        assertThat(Unnamed.of(
                        "{\"type\":\"malware\",\"x_far_east_rating\":1}".getBytes(StandardCharsets.UTF_8),
                        List.of("Far East")))
                .isPresent();
    }

    @Test
    void aWordThatOnlyHoldsTheNameStays() {
        assertThat(unnamed("{\"type\":\"malware\",\"x_pacmen\":1,\"x_acmeology\":2}"))
                .isEmpty();
    }

    @Test
    void theTranslationOfAnIdentityTellsNothing() {
        assertThat(unnamed("""
                {"type":"language-content","id":"language-content--1","object_ref":"%s",\
                "contents":{"de":{"name":"Stahlwerk","description":"in Bremen"},"fr":{"contact_information":"a@b.example"}}}""".formatted(MAKER)).orElseThrow())
                .contains(MAKER, "\"de\":{\"name\":\"" + Unnamed.SOURCE, "\"fr\":{\"name\":\"" + Unnamed.SOURCE)
                .doesNotContain("Stahlwerk", "Bremen", "b.example");
    }

    @Test
    void thatOfAnythingElseStays() {
        assertThat(unnamed("""
                {"type":"language-content","id":"language-content--1","object_ref":"campaign--1",\
                "contents":{"de":{"name":"Kampagne"}}}""")).isEmpty();
    }

    @Test
    void whoWroteANoteAndWhereItWasSeenAreLeftOut() {
        assertThat(unnamed("""
                {"type":"note","content":"c","authors":["Desk of ACME","Ada"]}""")).contains("{\"type\":\"note\",\"content\":\"c\",\"authors\":[\"Ada\"]}");
        assertThat(unnamed("""
                {"type":"opinion","opinion":"agree","authors":["極東鉄鋼 監視室"]}""")).contains("{\"type\":\"opinion\",\"opinion\":\"agree\"}");
        assertThat(unnamed("""
                {"type":"sighting","created_by_ref":"%s","where_sighted_refs":["%s","location--2"]}""".formatted(MAKER, MAKER)))
                .contains("{\"type\":\"sighting\",\"where_sighted_refs\":[\"location--2\"]}");
    }
}

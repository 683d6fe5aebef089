package noroshi.bulletin;

import static noroshi.bulletin.Samples.EVERYONE;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Permission;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeHouse
class StartingFromBundlesTests {
    @Autowired
    Newsroom newsroom;

    @Autowired
    IntelLibrary library;

    private UUID imported(Optional<Permission> permission) {
        var file = """
                {"type": "bundle", "id": "bundle--%s", "objects": [
                  {"type": "malware", "spec_version": "2.1", "id": "malware--%s", "is_family": true, "name": "Redfox",
                   "created": "2026-07-01T00:00:00.000Z", "modified": "2026-07-01T00:00:00.000Z"},
                  {"type": "indicator", "spec_version": "2.1", "id": "indicator--%s",
                   "created": "2026-07-01T00:00:00.000Z", "modified": "2026-07-01T00:00:00.000Z",
                   "pattern": "[domain-name:value = 'evil.example'] OR [file:name = 'a b.exe']",
                   "pattern_type": "stix", "valid_from": "2026-07-01T00:00:00Z"},
                  {"type": "indicator", "spec_version": "2.1", "id": "indicator--%s",
                   "created": "2026-07-01T00:00:00.000Z", "modified": "2026-07-01T00:00:00.000Z",
                   "pattern": "[domain-name:value = 'good.example']", "indicator_types": ["benign"],
                   "pattern_type": "stix", "valid_from": "2026-07-01T00:00:00Z"}]}
                """.formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        return library.importBundle(file.getBytes(StandardCharsets.UTF_8), "redfox.json", permission, ED)
                .bundle();
    }

    private static Optional<Permission> permitted(Tlp tlp) {
        return Optional.of(new Permission(tlp, "Miharidai", "mail of 1 July"));
    }

    private Manuscript begun(UUID bundle, Marking marking, Actor actor) {
        var id = UUID.randomUUID();
        newsroom.begin(id, Optional.of(bundle), marking, Samples.complete(), actor);
        return newsroom.show(id, actor);
    }

    private boolean lacks(UUID bundle, Marking marking, String key) {
        return newsroom.gaps(begun(bundle, marking, ED), ED).stream()
                .anyMatch(gap -> gap.rule().key().equals(key));
    }

    @Test
    void theBundleGivesTheFirstWords() {
        var suggestion = newsroom.suggest(imported(Optional.empty()), ED);
        assertThat(suggestion.copy().pro().title()).isEqualTo("Redfox");
        assertThat(suggestion.copy().pro().body()).contains("## 要点", "- マルウェア：Redfox");
        assertThat(IndicatorSheet.read(suggestion.copy().indicators()).problems())
                .isEmpty();
        assertThat(IndicatorSheet.read(suggestion.copy().indicators()).rows())
                .extracting(Indicator::value)
                .containsExactlyInAnyOrder("evil.example", "a b.exe");
        assertThat(suggestion.marking().tlp()).isEqualTo(Tlp.AMBER_STRICT);
        assertThat(suggestion.marking().audience()).containsExactly(office("window", CENTRE));
    }

    @Test
    void withoutItsSourcesWordItStaysInTheImportersOrganisation() {
        var bundle = imported(Optional.empty());
        var home = new UUID[] {office("window", CENTRE), DANA.person(), CENTRE};
        assertThat(newsroom.gaps(begun(bundle, Samples.to(Tlp.AMBER_STRICT, home), ED), ED))
                .isEmpty();
        assertThat(lacks(bundle, Samples.to(Tlp.AMBER_STRICT, RAIL), "bulletin.source-not-asked"))
                .isTrue();
        assertThat(lacks(bundle, Samples.to(Tlp.AMBER_STRICT, office("window", RAILWAY)), "bulletin.source-not-asked"))
                .isTrue();
        assertThat(lacks(bundle, Samples.to(Tlp.RED, MIKA.person()), "bulletin.source-not-asked"))
                .isTrue();
        assertThat(lacks(bundle, Samples.to(Tlp.AMBER, CENTRE), "bulletin.wider-than-source"))
                .isTrue();
        var wide = begun(bundle, Samples.to(Tlp.GREEN, EVERYONE), ED);
        assertThatThrownBy(() -> newsroom.submit(wide.id(), 1, ED)).hasMessage("bulletin.wider-than-source");
        assertThatThrownBy(() -> newsroom.release(wide.id(), 1, "急ぐ", ED)).hasMessage("bulletin.wider-than-source");
    }

    @Test
    void withItItGoesAsFarAsTheSourceAllows() {
        var bundle = imported(permitted(Tlp.GREEN));
        assertThat(newsroom.gaps(begun(bundle, Samples.to(Tlp.GREEN, EVERYONE), ED), ED))
                .isEmpty();
        assertThat(newsroom.gaps(begun(bundle, Samples.to(Tlp.AMBER, ALL), ED), ED))
                .isEmpty();
        assertThat(lacks(bundle, Samples.to(Tlp.CLEAR, EVERYONE), "bulletin.wider-than-source"))
                .isTrue();
    }

    @Test
    void theLimitStaysWithTheManuscript() {
        var begun = begun(imported(Optional.empty()), Samples.to(Tlp.AMBER_STRICT, CENTRE), ED);
        var written = newsroom.write(begun.id(), 1, Samples.to(Tlp.GREEN, EVERYONE), Samples.titled("ほかの題"), ED);
        assertThat(written.origin()).isEqualTo(begun.origin());
        assertThatThrownBy(() -> newsroom.publish(begun.id(), 2, ED)).hasMessage("bulletin.second-person-first");
    }

    @Test
    void onlyTheNewsroomStartsFromABundleItMayRead() {
        var bundle = imported(Optional.empty());
        assertThatThrownBy(() -> newsroom.suggest(bundle, MIKA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> newsroom.suggest(UUID.randomUUID(), ED)).isInstanceOf(NotFound.class);
    }
}

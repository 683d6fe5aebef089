package noroshi.sanitised;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import noroshi.bulletin.Confidence;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Source;
import noroshi.sanitised.Finding.Kind;
import org.junit.jupiter.api.Test;

class FindingTracesTests {
    private static final Facts FACTS = new Facts(
            List.of("東都鉄道", "Toto Railway", "toto-rail"),
            List.of("海浜電力"),
            List.of("三浦 美香"),
            List.of("乗車券予約"),
            List.of("yoyaku.toto-rail.example", "203.0.113.0/24"),
            List.of("evil.example"));

    private static Copy copy(String title, String body) {
        return new Copy(
                new Copy.Pro(title, body),
                new Copy.General(title, "", List.of(new Copy.Step("東都鉄道に聞く", "")), "", ""),
                "evil.example",
                Source.CENTRE,
                Confidence.UNKNOWN,
                "",
                "");
    }

    private static List<String> found(String body, Kind kind) {
        return Scrubber.look(copy("表題", body), FACTS).stream()
                .filter(finding -> finding.kind() == kind)
                .map(Finding::found)
                .toList();
    }

    @Test
    void namesAreFoundHoweverTheyAreWritten() {
        assertThat(found("TOTO RAILWAYの駅で", Kind.ORGANISATION)).contains("TOTO RAILWAY");
        assertThat(found("窓口は三浦 美香さん", Kind.PERSON)).containsExactly("三浦 美香");
        assertThat(found("海浜電力でも", Kind.OTHER_ORGANISATION)).containsExactly("海浜電力");
        assertThat(found("乗車券予約が止まった", Kind.SYSTEM)).containsExactly("乗車券予約");
        assertThat(found("ある乗り物の会社", Kind.OTHER_ORGANISATION)).isEmpty();
    }

    @Test
    void registeredAssetsAreFoundAlsoWhenTheyAreDefanged() {
        assertThat(found("yoyaku[.]toto-rail[.]example に届かない", Kind.ASSET))
                .containsExactly("yoyaku[.]toto-rail[.]example");
    }

    @Test
    void whatTheAttackerUsedIsLeftAlone() {
        assertThat(Scrubber.look(copy("表題", "通信先は evil[.]example と evil.example"), FACTS))
                .noneMatch(finding -> finding.found().contains("evil"));
        assertThat(found("届いたのは other.example から", Kind.DOMAIN)).containsExactly("other.example");
    }

    @Test
    void addressesTelephonesAndPlacesAreFound() {
        assertThat(found("soc@toto-rail.example へ", Kind.MAIL)).containsExactly("soc@toto-rail.example");
        assertThat(found("03-1234-5678 に", Kind.PHONE)).containsExactly("03-1234-5678");
        assertThat(found("192.168.10.4 と 198.51.100.4", Kind.ADDRESS)).containsExactly("192.168.10.4");
        assertThat(found("神奈川県横浜市の駅", Kind.PLACE)).hasSize(1);
        assertThat(found("D-7K3M-9QXP の続き", Kind.REFERENCE)).containsExactly("D-7K3M-9QXP");
    }

    @Test
    void datesBecomeCoarse() {
        assertThat(Scrubber.look(copy("表題", "2021年7月23日と7月3日、2021-07-12。午前9時40分ごろ"), FACTS))
                .filteredOn(finding -> finding.kind() == Kind.DATE)
                .extracting(Finding::instead)
                .containsExactly("2021年7月下旬", "7月上旬", "2021年7月中旬");
        assertThat(found("午前9時40分ごろから", Kind.TIME)).containsExactly("午前9時40分ごろ");
    }

    @Test
    void replacingReachesEveryFieldAndTheLongestFirst() {
        var before = copy("東都鉄道の件", "東都鉄道 (Toto Railway) で7月23日に");
        var after = Scrubber.replace(before, Scrubber.look(before, FACTS));
        assertThat(String.join("\n", Scrubber.texts(after)))
                .doesNotContain("東都鉄道", "Toto Railway", "23日")
                .contains("ある組織に聞く", "7月下旬", "evil.example");
    }

    /** Whatever is added to what a newsroom writes is searched, rewritten and kept. */
    @Test
    void nothingThatIsWrittenIsPassedOver() {
        var named = EveryWord.of(Copy.class, place -> "東都鉄道の" + place.replace('.', '-'));
        var words = EveryWord.in(named);
        assertThat(words).hasSize(12).allMatch(word -> word.startsWith("東都鉄道の"));
        assertThat(String.join("\n", Scrubber.texts(named))).contains(words);
        var after = Scrubber.replace(named, Scrubber.look(named, FACTS));
        assertThat(EveryWord.in(after))
                .containsExactlyElementsOf(
                        words.stream().map(word -> word.replace("東都鉄道", "ある組織")).toList());
    }
}

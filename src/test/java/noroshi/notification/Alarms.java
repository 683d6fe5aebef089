package noroshi.notification;

import static noroshi.testing.Cast.ED;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Confidence;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Newsroom;
import noroshi.bulletin.Source;
import noroshi.shared.Tlp;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** What the Centre tells everybody in the {@link Town} at once. */
@TestComponent
class Alarms {
    private static final UUID EVERYONE = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final Random random = new Random(214);

    @Autowired
    Town town;

    @Autowired
    Newsroom newsroom;

    /** A bulletin that one person releases to everybody at once. */
    void raise() {
        var tlp = random.nextBoolean() ? Tlp.CLEAR : Tlp.GREEN;
        var title = Town.word("t");
        var text = Town.word("x");
        var manuscript = UUID.randomUUID();
        newsroom.begin(
                manuscript,
                Optional.empty(),
                new Marking(InformationKind.MALWARE, Importance.IMPORTANT, tlp, 2, Set.of(EVERYONE)),
                new Copy(
                        new Copy.Pro(Town.COMMON + " " + title, "## 要点\n\n- " + text),
                        new Copy.General(
                                Town.COMMON + " " + title,
                                "添付を開くと文書が消えます。" + text,
                                List.of(new Copy.Step("開かない", "")),
                                "すべて関係があります。",
                                "【注意】開かないでください。"),
                        "",
                        Source.CENTRE,
                        Confidence.HIGH,
                        "",
                        ""),
                ED);
        var id = newsroom.release(manuscript, 1, "急ぐ", ED);
        town.wrote(new Town.Post(id, ED, tlp, Set.of(EVERYONE)), title, "", text);
        town.changed();
    }
}

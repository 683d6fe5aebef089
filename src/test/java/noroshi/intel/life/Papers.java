package noroshi.intel.life;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Confidence;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Newsroom;
import noroshi.bulletin.Source;
import noroshi.intel.IntelLibrary;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Bulletins that name values, and files that bring indicators. */
@TestComponent
public class Papers {
    public static final UUID EVERYONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final String REVOKED = ", \"revoked\": true";

    @Autowired
    Newsroom newsroom;

    @Autowired
    noroshi.bulletin.ReviewDesk reviews;

    @Autowired
    IntelLibrary library;

    /** Publishes a bulletin; each line of the table is a value, or type, value, role and confidence. */
    public UUID publish(Tlp tlp, UUID audience, String... lines) {
        var id = UUID.randomUUID();
        newsroom.begin(id, Optional.empty(), marking(tlp, audience), copy("", lines), ED);
        return out(id, 1);
    }

    private UUID out(UUID id, int lock) {
        var manuscript = newsroom.show(id, ED);
        if (!newsroom.needsSecondPerson(manuscript, ED)) {
            return newsroom.publish(id, lock, ED);
        }
        newsroom.submit(id, lock, ED);
        reviews.approve(id, lock + 1, DANA);
        return newsroom.publish(id, lock + 2, ED);
    }

    /** The next version of a bulletin, which names these values and no others. */
    public void revise(UUID topic, Tlp tlp, UUID audience, String... lines) {
        var id = newsroom.revise(topic, ED);
        var lock = newsroom.show(id, ED).lock();
        out(
                id,
                newsroom.write(id, lock, marking(tlp, audience), copy("変わりました", lines), ED)
                        .lock());
    }

    private static Marking marking(Tlp tlp, UUID audience) {
        return new Marking(InformationKind.MALWARE, Importance.INFO, tlp, 2, Set.of(audience));
    }

    private static Copy copy(String note, String... lines) {
        return new Copy(
                new Copy.Pro("観測された値", "要点"),
                new Copy.General("ご注意", "見つけたら連絡を。", List.of(new Copy.Step("調べる", "")), "全団体", ""),
                String.join("\n", lines),
                Source.CENTRE,
                Confidence.HIGH,
                note,
                note);
    }

    /** Imports one indicator in the version of that moment. */
    public UUID bring(Actor actor, String id, String modified, String pattern, String more) {
        var file = """
                {"type": "bundle", "id": "bundle--%s", "objects": [
                 {"type": "indicator", "spec_version": "2.1", "id": "indicator--%s", "created": "2026-07-01T00:00:00Z",
                  "modified": "%s", "pattern": "%s", "pattern_type": "stix", "valid_from": "2026-07-01T00:00:00Z"%s}]}
                """.formatted(UUID.randomUUID(), id, modified, pattern, more);
        return library.importBundle(file.getBytes(), "values.json", Optional.empty(), actor)
                .bundle();
    }

    /** A name that no other test speaks of. */
    public static String name() {
        return "n" + UUID.randomUUID().toString().substring(0, 13) + ".example";
    }
}

package noroshi.sanitised;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import noroshi.bulletin.Enclosure;
import noroshi.bulletin.Enclosures;
import noroshi.bulletin.Manuscript;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What others will get to see of a manuscript: one way to show it, and one number for it. */
@Component
class Exposure {
    /** Their bytes say nothing of who made them: pictures are stripped when they come in. */
    private static final Set<String> PLAIN = Set.of("image/png", "image/jpeg", "text/plain", "application/json");

    private final Enclosures enclosures;
    private final JsonMapper json;

    Exposure(Enclosures enclosures, JsonMapper json) {
        this.enclosures = enclosures;
        this.json = json;
    }

    Shown shown(Manuscript manuscript, Actor actor) {
        var marking = manuscript.marking();
        return new Shown(
                manuscript.copy(),
                marking.tlp(),
                marking.audience(),
                enclosures.of(manuscript.id(), actor).stream()
                        .map(Exposure::line)
                        .sorted()
                        .toList());
    }

    private static String line(Enclosure enclosure) {
        return enclosure.file().name() + "\t"
                + HexFormat.of().formatHex(enclosure.file().sha256());
    }

    /** Files that carry the name of their author, their machine or their place cannot go along. */
    void require(Manuscript manuscript, Actor actor) {
        talking(manuscript, actor).stream().findFirst().ifPresent(name -> {
            throw new RuleBroken("sanitised.file-talks", name);
        });
    }

    List<String> talking(Manuscript manuscript, Actor actor) {
        return enclosures.of(manuscript.id(), actor).stream()
                .map(Enclosure::file)
                .filter(file -> !PLAIN.contains(file.mediaType()))
                .map(file -> file.name())
                .toList();
    }

    String digest(Shown shown) {
        return shown.digest(json);
    }
}

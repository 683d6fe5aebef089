package noroshi.desk.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import noroshi.desk.Matter;
import noroshi.desk.Side;
import noroshi.desk.Stage;
import noroshi.desk.Telling;

/** Fills the form with what was told last, so that a reporter goes on from there. */
final class UpdateForms {
    private UpdateForms() {}

    static DeskForm of(Matter matter, Telling outline, Map<Side, Telling> parts) {
        var fields = new HashMap<String, String>();
        fields.put("kind", matter.kind().name());
        fields.put("title", matter.title());
        fields.put("expected", String.valueOf(matter.version()));
        fields.put("stage", Stage.FOLLOW_UP.name());
        put(fields, "body", outline);
        put(fields, "damage", parts.getOrDefault(Side.DAMAGE, Telling.NOTHING));
        put(fields, "technical", parts.getOrDefault(Side.TECHNICAL, Telling.NOTHING));
        return new DeskForm(fields, Set.of(), Set.of());
    }

    private static void put(Map<String, String> fields, String name, Telling telling) {
        fields.put(name, telling.body());
        telling.answers().forEach((code, answer) -> fields.put("q_" + code, answer));
    }
}

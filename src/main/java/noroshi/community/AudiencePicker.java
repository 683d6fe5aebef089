package noroshi.community;

import java.util.List;
import java.util.Set;

/**
 * What a form offers for choosing an audience without a script: boxes to tick, and a field to look for more.
 *
 * @param everyone whether the actor may address the whole structure
 * @param circles communities the actor may address
 * @param others organisations and people chosen so far
 * @param found what the words brought up, without what is chosen already
 * @param words what was looked for; empty for nothing
 * @param chosen the fields that are ticked
 */
public record AudiencePicker(
        boolean everyone,
        List<Addressee.Circle> circles,
        List<Addressee> others,
        List<Addressee> found,
        String words,
        Set<String> chosen) {
    public AudiencePicker {
        circles = List.copyOf(circles);
        others = List.copyOf(others);
        found = List.copyOf(found);
        chosen = Set.copyOf(chosen);
    }

    public boolean ticked(Addressee addressee) {
        return chosen.contains(addressee.field());
    }

    public boolean everyoneTicked() {
        return chosen.contains(Addressee.Everyone.FIELD);
    }

    /** Somebody was looked for and nobody new was found. */
    public boolean nothingFound() {
        return !words.isBlank() && found.isEmpty();
    }
}

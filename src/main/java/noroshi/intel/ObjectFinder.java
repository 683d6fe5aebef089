package noroshi.intel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds objects of the library by what they are called; the access rule is part of the query. */
@Service
@Transactional(readOnly = true)
public class ObjectFinder {
    /** How many stand on one page. */
    public static final int ROWS = 50;

    private final NameStore names;

    ObjectFinder(NameStore names) {
        this.names = names;
    }

    /** One page, and from where the next one goes on. */
    public record Found(List<FoundObject> rows, Optional<ObjectQuestion.Place> next) {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    /** The newest version of each object that the actor may read, the newest first. */
    public Found find(ObjectQuestion question, Actor actor) {
        if (question.nothing()) {
            return new Found(List.of(), Optional.empty());
        }
        var found = names.find(question, ROWS + 1);
        var shown = found.subList(0, Math.min(ROWS, found.size()));
        return new Found(
                shown, found.size() > ROWS ? Optional.of(ObjectQuestion.Place.of(shown.getLast())) : Optional.empty());
    }

    /** The types of STIX 2.1, by the alphabet. */
    public static List<String> types() {
        return Arrays.stream(StixType.values()).map(StixType::written).sorted().toList();
    }
}

package noroshi.intel.warning.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.intel.Spelling;
import noroshi.intel.life.Asked;
import noroshi.intel.warning.Hit;
import noroshi.intel.warning.WarningList;
import noroshi.intel.warning.WarningLists;
import noroshi.site.FormErrors;

/**
 * Warning lists, what they say of some values, and exceptions to them.
 *
 * @param named how many values that somebody says a list in force names, where that has been counted
 * @param q the values asked for
 * @param answers for each value that was recognised
 */
public record WarningsPage(
        List<WarningList> lists,
        Map<UUID, Integer> named,
        String q,
        List<Answer> answers,
        List<WarningLists.Exempt> exceptions,
        Map<UUID, String> names,
        boolean mayChange,
        FormErrors errors) {

    /** What the lists say of one value. */
    public record Answer(Spelling.Form form, List<Hit> hits, boolean excepted) {
        public String harmless() {
            return form.type().harmless(form.value());
        }

        public boolean own() {
            return hits.stream().anyMatch(Hit.OwnAsset.class::isInstance);
        }
    }

    public int lines() {
        return Math.clamp(q.lines().count(), 3, 12);
    }

    /** What was asked for beyond the values that are looked up at once. */
    public List<String> rest() {
        return errors.at("q") ? List.of() : Asked.rest(q);
    }

    public List<WarningList> inForce() {
        return lists.stream().filter(WarningList::inForce).toList();
    }

    public List<WarningList> earlier() {
        return lists.stream().filter(list -> !list.inForce()).toList();
    }
}

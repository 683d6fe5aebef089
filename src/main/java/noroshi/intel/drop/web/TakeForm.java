package noroshi.intel.drop.web;

import java.util.Set;

/**
 * What somebody ticked and typed beside it.
 *
 * @param sent whether they did; before that the ticks are ours
 */
public record TakeForm(
        boolean sent, Set<Integer> places, boolean rest, String from, String tlp, String source, String reason) {
    static final int LONGEST_FROM = 200;
    static final TakeForm EMPTY = new TakeForm(false, Set.of(), true, "", "", "", "");

    public TakeForm {
        places = Set.copyOf(places);
    }
}

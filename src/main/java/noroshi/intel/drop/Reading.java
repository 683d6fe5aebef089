package noroshi.intel.drop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.intel.Reason;
import noroshi.intel.Spelling;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;

/** What has been read so far. */
final class Reading {
    /** Entries of one drop. */
    static final int MOST = 20_000;

    private static final int LONGEST = 4_000;

    private final List<Item> items = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Reason> remarks = new ArrayList<>();
    private final Map<Spelling.Form, String> first = new HashMap<>();
    private final Map<Spelling.Form, Integer> taken = new HashMap<>();
    private final Optional<Tlp> least;

    Reading() {
        this(Optional.empty());
    }

    /**
     * Reads something under a label.
     *
     * @param least the label of the whole; an entry may have a stricter one
     */
    Reading(Optional<Tlp> least) {
        this.least = least;
    }

    void take(String where, Sense sense, List<Test> tests, String text, Item.Facts facts, List<Reason> changes) {
        requireRoom();
        if (tests.stream().anyMatch(test -> test.form().value().length() > LONGEST)) {
            leave(where, tests.getFirst().form().value(), Reason.said("drop.left.long", LONGEST), facts.tlp());
            return;
        }
        items.add(new Item(items.size() + 1, where, sense, tests, text, facts.atLeast(least), changes));
    }

    /** A value on its own; the same value again is told, and taken once, under the strictest of its labels. */
    void value(String where, String written, Spelling.Form form, Item.Facts facts, List<Reason> changes) {
        var before = first.putIfAbsent(form, where);
        if (before != null) {
            tighten(form, facts.tlp());
            leave(where, written, Reason.said("drop.left.repeated", before), facts.tlp());
            return;
        }
        var all = new ArrayList<>(changes);
        if (!written.equals(form.value())) {
            all.add(Reason.said("drop.changed.spelling", written));
        }
        taken.put(form, items.size());
        take(where, Sense.LOOKOUT, List.of(Test.of(form)), "", facts, all);
    }

    /** Who says a value twice means the stricter label; without one it is TLP:AMBER+STRICT. */
    private void tighten(Spelling.Form form, Optional<Tlp> label) {
        var place = taken.getOrDefault(form, items.size());
        if (place < items.size() && items.get(place).forms().equals(List.of(form))) {
            items.set(place, items.get(place).atLeast(LineReader.strictest(label, least)));
        }
    }

    /** A value among words: what stands there twice was said twice, and nothing is lost. */
    void found(String where, Spelling.Form form) {
        if (first.putIfAbsent(form, where) == null) {
            take(where, Sense.LOOKOUT, List.of(Test.of(form)), "", Item.Facts.NONE, List.of());
        }
    }

    /** What was read in a file inside: its values under its name. */
    void all(String name, Drop inner, int eventsBefore) {
        for (var item : inner.items()) {
            var facts = item.facts().event() < 0
                    ? item.facts()
                    : item.facts().inEvent(item.facts().event() + eventsBefore);
            take(name + " " + item.where(), item.sense(), item.tests(), item.text(), facts, item.changes());
        }
        for (var left : inner.leftOut()) {
            var label = left.red() ? Optional.of(Tlp.RED) : Optional.<Tlp>empty();
            leave(name + " " + left.where(), left.written(), left.reason(), label);
        }
        inner.remarks().forEach(this::remark);
    }

    void leave(String where, String written, Reason reason) {
        leave(where, written, reason, Optional.empty());
    }

    void leave(String where, String written, Reason reason, Optional<Tlp> label) {
        requireRoom();
        var red = LineReader.strictest(label, least).filter(Tlp.RED::equals).isPresent();
        leftOut.add(new LeftOut(where, written, reason, red));
    }

    void remark(Reason reason) {
        remarks.add(reason);
    }

    private void requireRoom() {
        if (items.size() + leftOut.size() >= MOST) {
            throw new RuleBroken("drop.too-many", MOST);
        }
    }

    List<Item> items() {
        return items;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    List<Reason> remarks() {
        return remarks;
    }
}

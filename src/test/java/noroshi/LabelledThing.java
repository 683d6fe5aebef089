package noroshi;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import noroshi.shared.Tlp;

/**
 * Something with a label and readers of its own, and the ids by which addresses and fields name it and what hangs on it.
 *
 * @param addressees for whom it is, in the words of {@link #PRINCIPALS}; who wrote it is among them, in person
 */
record LabelledThing(String kind, Tlp tlp, Set<String> addressees, Map<String, String> ids) {
    /** What each of the people who are asked answers to, said without a database. */
    static final Map<String, Set<String>> PRINCIPALS = Map.ofEntries(
            Map.entry("mika", Set.of("mika", "everyone", "rail", "railway")),
            Map.entry("rin", Set.of("rin", "everyone", "railway")),
            Map.entry("noor", Set.of("noor", "everyone", "rail", "power")),
            Map.entry("jun", Set.of("jun", "everyone", "agency")),
            Map.entry("paul", Set.of("paul", "everyone", "police")),
            Map.entry("mina", Set.of("mina", "everyone", "ministry")),
            Map.entry("vera", Set.of("vera", "everyone", "provider")),
            Map.entry("gen", Set.of("gen", "everyone", "owner")),
            Map.entry("otto", Set.of("otto", "everyone", "strangers")),
            Map.entry("sora", Set.of("sora", "everyone", "lobby", "sports")),
            Map.entry("kei", Set.of("kei", "everyone", "rail", "ceptoar", "secretariat")),
            Map.entry("toru", Set.of("toru", "everyone", "approvers", "custodians")),
            Map.entry("dana", Set.of("dana", "everyone", "centre", "duty_desk", "approvers")),
            Map.entry("ed", Set.of("ed", "everyone", "editors")),
            Map.entry("ada", Set.of("ada", "everyone", "custodians")));

    /** Who stands in both sets. */
    Set<String> readers() {
        var readers = new TreeSet<String>();
        PRINCIPALS.forEach((person, principals) -> {
            if (principals.stream().anyMatch(addressees::contains)) {
                readers.add(person);
            }
        });
        return readers;
    }

    /** These ids with those of the thing in their place. */
    Map<String, String> over(Map<String, String> others) {
        var all = new HashMap<>(others);
        all.putAll(ids);
        return all;
    }

    @Override
    public String toString() {
        return tlp.label() + " " + kind;
    }
}

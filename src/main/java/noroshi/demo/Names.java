package noroshi.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import noroshi.demo.Papers.Line;

/** Gives every person a name of their own. */
final class Names {
    /** Prime to any number of names, so that neighbours share neither name. */
    private static final int STRIDE = 7919;

    private final List<Line> families = Papers.read("family_names");
    private final List<Line> givens = Papers.read("given_names");
    private final Map<String, Integer> logins = new HashMap<>();
    private int given;

    /** A name in the writings the platform knows, and the login made of it. */
    record Name(String written, String kana, String english, String login) {}

    Name next() {
        var place = (int) ((long) given++ * STRIDE % ((long) families.size() * givens.size()));
        var family = families.get(place % families.size());
        var own = givens.get(place / families.size());
        return new Name(
                family.text("kanji") + " " + own.text("kanji"),
                family.text("kana") + " " + own.text("kana"),
                own.text("romaji") + " " + family.text("romaji"),
                login(own.text("romaji") + "." + family.text("romaji")));
    }

    /** Different characters can sound alike; the second of a kind gets a number. */
    private String login(String romaji) {
        var plain = romaji.toLowerCase(Locale.ROOT);
        var times = logins.merge(plain, 1, Integer::sum);
        return times == 1 ? plain : plain + times;
    }
}

package noroshi.asset;

import static java.lang.Character.UnicodeScript.ARMENIAN;
import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.GREEK;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Names that a reader takes for other names: scripts mixed within a word, or letters whose twins are elsewhere. */
final class LookAlike {
    private static final Set<UnicodeScript> TWINS_OF_LATIN = EnumSet.of(CYRILLIC, GREEK, ARMENIAN);
    /** Cyrillic and Greek letters that are drawn like Latin ones. */
    private static final String DRAWN_LIKE_LATIN = "аеорсухіјѕһԁԛԝӏ" + "ονακρτυχι";
    /** Latin letters that are drawn like those of the keyboard. */
    private static final String DRAWN_LIKE_KEYS = "ıɑɡɩʟɴʀʏ";
    /** Japanese letters that are drawn like the strokes which part a name. */
    private static final String DRAWN_LIKE_STROKES = "ノ一ー丨";
    /** Kanji that are drawn like katakana. */
    private static final String DRAWN_LIKE_KATAKANA = "二口一八工力卜夕千";

    private LookAlike() {}

    static boolean suspicious(String name) {
        return Arrays.stream(name.split("\\.")).anyMatch(LookAlike::label);
    }

    private static boolean drawnLikeOthers(int[] letters) {
        var others = Arrays.stream(letters)
                .filter(letter -> UnicodeScript.of(letter) != LATIN)
                .toArray();
        return Arrays.stream(letters).anyMatch(letter -> DRAWN_LIKE_KEYS.indexOf(letter) >= 0)
                || others.length > 0
                        && Arrays.stream(others).allMatch(letter -> DRAWN_LIKE_STROKES.indexOf(letter) >= 0);
    }

    private static boolean label(String label) {
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        label.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .forEach(scripts::add);
        var twins = EnumSet.copyOf(scripts);
        twins.retainAll(TWINS_OF_LATIN);
        if (twins.size() > 1 || !twins.isEmpty() && scripts.contains(LATIN)) {
            return true;
        }
        var letters = label.codePoints().filter(Character::isLetter).toArray();
        if (scripts.contains(LATIN) && drawnLikeOthers(letters)) {
            return true;
        }
        if (!twins.isEmpty() && Arrays.stream(letters).allMatch(letter -> DRAWN_LIKE_LATIN.indexOf(letter) >= 0)) {
            return true;
        }
        return scripts.contains(KATAKANA)
                && scripts.contains(HAN)
                && Arrays.stream(letters)
                        .filter(letter -> UnicodeScript.of(letter) == HAN)
                        .allMatch(letter -> DRAWN_LIKE_KATAKANA.indexOf(letter) >= 0);
    }
}

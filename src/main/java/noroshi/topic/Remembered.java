package noroshi.topic;

import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What was made of texts that are read again and again, those that were asked for last, up to a size. */
final class Remembered<T> {
    /** What an entry takes beside its characters. */
    private static final int ENTRY = 200;

    private static final int LATIN = 0xff;

    private final int longest;
    private final int room;
    private final Function<String, T> make;
    private final ToIntFunction<T> size;
    private final LinkedHashMap<String, T> made = new LinkedHashMap<>(16, 0.75f, true);
    private int taken;

    /**
     * @param longest a longer text is made anew each time
     * @param room how many bytes all texts, and what was made of them, may take
     * @param size how many bytes the characters of what was made take
     */
    Remembered(int longest, int room, Function<String, T> make, ToIntFunction<T> size) {
        this.longest = longest;
        this.room = room;
        this.make = make;
        this.size = size;
    }

    T of(String text) {
        if (text.length() > longest) {
            return make.apply(text);
        }
        synchronized (made) {
            var known = made.get(text);
            if (known != null) {
                return known;
            }
        }
        var answer = make.apply(text);
        keep(text, answer);
        return answer;
    }

    private void keep(String text, T answer) {
        synchronized (made) {
            if (made.putIfAbsent(text, answer) == null) {
                taken += weight(text, answer);
            }
            while (taken > room) {
                var eldest = made.pollFirstEntry();
                taken -= weight(eldest.getKey(), eldest.getValue());
            }
        }
    }

    /** How many bytes are remembered. */
    int taken() {
        synchronized (made) {
            return taken;
        }
    }

    private int weight(String text, T answer) {
        return ENTRY + bytes(text) + size.applyAsInt(answer);
    }

    /** What the characters of a text take in memory: two bytes each where one of them is not Latin. */
    static int bytes(String text) {
        return text.chars().anyMatch(character -> character > LATIN) ? 2 * text.length() : text.length();
    }
}
